import { clauses } from '../../contracts/clauses';
import { alignTable } from '../../contracts/text/markdown-table';
import order from '../harness/dsl/leading-checks.json';
import type { Detection, StoredVerdict } from './detection';
import type { ToolComparison } from './other-tools';
import { otherToolsSection, toolCells, toolColumns } from './other-tools-section';
import type { SampleEndpoint } from './samples';

/** `docs/detection.md`: the mutants that the suite kills, and the compliant variants that it does not report. */
export function detectionPage(
  detection: Detection,
  peers: ToolComparison,
  endpoints: readonly SampleEndpoint[],
): string {
  const [mutants, variants] = (['mutant', 'variant'] as const).map((kind) =>
    endpoints.filter((known) => known.kind === kind),
  ) as [SampleEndpoint[], SampleEndpoint[]];
  return `# Detection

This page measures the suite. A **mutant** (\`targets/mutants/\`) is a wrong endpoint with one fault. A **compliant variant**
(\`targets/variants/\`) is a right endpoint that does something differently; the embedded endpoint itself counts as one. Each
endpoint is tested by the code of the command.

\`npm run proof\` tests all of them; \`-- --write\` writes this page again, \`--seeds 10\` tests with ten seeds, and names select
some endpoints. \`npm test\` tests a sample: for each clause the mutant that it kills in the fewest requests, and for each
theme of \`targets/variants/\` one variant.

${totals(detection, mutants, variants)}

**Killed** means: every clause that the mutant violates fails, and no other clause does. **No false alarm** means: no clause
fails, not even a SHOULD. The effort is \`quick\`; a mutant that survives it is tested with more. The requests of a mutant
are those up to the first failure that counts. The last columns show the result of other tools for the same endpoints:
[Other tools](#other-tools).

## Mutants

${alignTable(mutantTable(detection, peers, mutants))}

## By clause

The mutants that each clause kills: those that violate only this clause, and those that violate others too.

${alignTable(clauseTable(mutants))}

## Compliant variants

${alignTable(variantTable(detection, peers, variants))}

## Other tools

${otherToolsSection(peers, endpoints)}
`;
}

function totals(detection: Detection, mutants: readonly SampleEndpoint[], variants: readonly SampleEndpoint[]): string {
  const rows = (known: readonly SampleEndpoint[]) => known.map(({ name }) => detection[name]);
  const right = (known: readonly SampleEndpoint[]) =>
    rows(known).filter((row) => row !== undefined && isRight(row)).length;
  const whole = (known: readonly SampleEndpoint[]) => Math.min(...rows(known).map((row) => row?.right.length ?? 0));
  const killed = Math.min(...rows(mutants).map((row) => (row?.right.length ?? 0) + (row?.narrowed.length ?? 0)));
  const quick = rows(mutants).filter((row) => row?.effort === 'quick').length;
  const smoke = (wanted: StoredVerdict['smoke']) => rows(mutants).filter((row) => row?.smoke === wanted).length;
  const first = rows(mutants)
    .map((row) => row?.first ?? Number.POSITIVE_INFINITY)
    .sort((one, other) => one - other);
  const within = (share: number) => first[Math.ceil(share * first.length) - 1];
  const percent = (count: number) => `${Math.floor((100 * count) / mutants.length)} %`;
  return [
    `- ${right(mutants)} of ${mutants.length} mutants killed, ${quick} of them by quick effort.`,
    `- ${variants.length - right(variants)} of ${variants.length} right endpoints with a false alarm.`,
    `- The first failure of a mutant shows within ${within(0.5)} requests for half of the mutants, and within ${within(0.9)} for nine of ten.`,
    `- Smoke effort (300 requests) kills ${smoke('killed')} of ${mutants.length} mutants (${percent(smoke('killed'))}), and fails ${smoke('other clause')} more, for which it also names another clause. Its checks are chosen by the same mutants. Chosen by one half of them, they kill ${order.learnedFromHalf.join(' % and ')} % of the other half.`,
    `- Seeds: at least ${whole(mutants)} for each mutant with all checks, ${killed} together with the runs of its killing checks only; ${whole(variants)} for each right endpoint.`,
  ].join('\n');
}

function isRight({ right, wrong }: StoredVerdict): boolean {
  return right.length > 0 && Object.keys(wrong).length === 0;
}

function outcome(row: StoredVerdict | undefined): string {
  if (row === undefined) return 'not tested';
  const seeds = Object.entries(row.wrong).map(([seed, complaints]) => `seed ${seed}: ${complaints.join('; ')}`);
  return seeds.length > 0 ? `WRONG, ${seeds.join(', ')}` : '';
}

function mutantTable(detection: Detection, peers: ToolComparison, mutants: readonly SampleEndpoint[]): string {
  const rows = mutants.map((known) => {
    const row = detection[known.name];
    const also = known.alsoBreaks.length > 0 ? ` (${known.alsoBreaks.join(', ')})` : '';
    const killed = outcome(row) || `${known.killedBy.join(', ')}${also}`;
    return [
      known.name,
      cell(known.description),
      killed,
      row?.effort ?? '',
      row?.first ?? '',
      ...toolCells(peers, known.name),
    ];
  });
  const figures = ['effort', 'requests', ...toolColumns(peers)];
  return table(['mutant', 'what is wrong with it', 'killed by (may also fail)', ...figures], rows);
}

function clauseTable(mutants: readonly SampleEndpoint[]): string {
  const rows = clauses.map(({ id }) => {
    const killed = mutants.filter(({ killedBy }) => killedBy.includes(id));
    const alone = killed.filter(({ killedBy }) => killedBy.length === 1);
    const names = (some: readonly SampleEndpoint[]) => some.map(({ name }) => name).join(', ');
    return [id, alone.length, names(alone), names(killed.filter((known) => !alone.includes(known)))];
  });
  return table(['clause', 'alone', 'mutants that violate only this clause', 'mutants that violate others too'], rows);
}

function variantTable(detection: Detection, peers: ToolComparison, variants: readonly SampleEndpoint[]): string {
  const rows = variants.map((known) => {
    const row = detection[known.name];
    const report = outcome(row) || 'no false alarm';
    return [known.name, cell(known.description), report, row?.requests ?? '', ...toolCells(peers, known.name)];
  });
  return table(['variant', 'what it does differently', 'result', 'requests', ...toolColumns(peers)], rows);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A text as the cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
