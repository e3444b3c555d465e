import { clauses } from '../../contracts/clauses';
import { alignTable } from '../../contracts/text/markdown-table';
import type { Detection, StoredVerdict } from './detection';
import type { ToolComparison } from './other-tools';
import { otherToolsSection, toolCells, toolColumns } from './other-tools-section';
import type { SampleEndpoint } from './samples';

/** `docs/detection.md`: what the suite was shown to catch, and whom it was shown not to blame. */
export function detectionPage(
  detection: Detection,
  peers: ToolComparison,
  endpoints: readonly SampleEndpoint[],
): string {
  const [mutants, variants] = (['mutant', 'variant'] as const).map((kind) =>
    endpoints.filter((known) => known.kind === kind),
  ) as [SampleEndpoint[], SampleEndpoint[]];
  return `# Detection

How many wrong implementations would this suite catch, and how many right ones would it blame? Here is every known-wrong
endpoint of \`targets/mutants/\` and every right one of \`targets/variants/\`, examined by the code path of the
command. \`npm run proof\` makes this page anew (\`-- --seeds 10\` for ten seeds, \`-- NAME …\` for some endpoints); \`npm test\`
proves all of them again, the mutants by those checks alone that are known to kill them.

${totals(detection, mutants, variants)}

**Killed** means: every clause that the mutant breaks is blamed, and no clause that it keeps. **Not blamed** means that no
clause failed, the SHOULDs included. Effort starts with \`quick\`; more is spent on what survives it alone. Requests and
seconds are those to the first failure that counts, on a machine of two cores that proves four endpoints at a time. The
last columns are what other tools say of the same endpoints; see [Peers](#peers).

## Mutants

${alignTable(mutantTable(detection, peers, mutants))}

## By clause

The mutants that each clause kills: those that no other clause does, and those that break others as well.

${alignTable(clauseTable(mutants))}

## Right variants

${alignTable(variantTable(detection, peers, variants))}

## Peers

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
  return [
    `- ${right(mutants)} of ${mutants.length} mutants killed, ${quick} of them by quick effort.`,
    `- ${variants.length - right(variants)} of ${variants.length} right variants blamed.`,
    `- Seeds: each mutant as a whole under ${whole(mutants)} at least, and with those by its killing checks alone under ${killed}; each right variant under ${whole(variants)}.`,
  ].join('\n');
}

function isRight({ right, wrong }: StoredVerdict): boolean {
  return right.length > 0 && Object.keys(wrong).length === 0;
}

function outcome(row: StoredVerdict | undefined): string {
  if (row === undefined) return 'not proved';
  const seeds = Object.entries(row.wrong).map(([seed, complaints]) => `seed ${seed}: ${complaints.join('; ')}`);
  return seeds.length > 0 ? `WRONG, ${seeds.join(', ')}` : '';
}

function mutantTable(detection: Detection, peers: ToolComparison, mutants: readonly SampleEndpoint[]): string {
  const rows = mutants.map((known) => {
    const row = detection[known.name];
    const also = known.alsoBreaks.length > 0 ? ` (${known.alsoBreaks.join(', ')})` : '';
    const killed = outcome(row) || `${known.killedBy.join(', ')}${also}`;
    const { requests = '', seconds = '' } = row?.first ?? {};
    return [
      known.name,
      cell(known.description),
      killed,
      row?.effort ?? '',
      requests,
      seconds,
      ...toolCells(peers, known.name),
    ];
  });
  const figures = ['effort', 'requests', 's', ...toolColumns(peers)];
  return table(['mutant', 'what is wrong with it', 'killed by (may also be blamed)', ...figures], rows);
}

function clauseTable(mutants: readonly SampleEndpoint[]): string {
  const rows = clauses.map(({ id }) => {
    const killed = mutants.filter(({ killedBy }) => killedBy.includes(id));
    const alone = killed.filter(({ killedBy }) => killedBy.length === 1);
    const names = (some: readonly SampleEndpoint[]) => some.map(({ name }) => name).join(', ');
    return [id, alone.length, names(alone), names(killed.filter((known) => !alone.includes(known)))];
  });
  return table(['clause', 'alone', 'mutants that it alone kills', 'mutants that it kills with others'], rows);
}

function variantTable(detection: Detection, peers: ToolComparison, variants: readonly SampleEndpoint[]): string {
  const rows = variants.map((known) => {
    const row = detection[known.name];
    const report = outcome(row) || 'not blamed';
    return [known.name, cell(known.description), report, row?.requests ?? '', ...toolCells(peers, known.name)];
  });
  return table(['variant', 'what it does otherwise', 'report', 'requests', ...toolColumns(peers)], rows);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A text as the cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
