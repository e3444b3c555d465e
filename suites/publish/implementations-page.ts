import { type ClauseId, clauses } from '../../contracts/clauses';
import { alignTable } from '../../contracts/text/markdown-table';
import { explainDeviation, type ImplementationRun, type Implementations } from '../../reports/result/implementations';

/** `docs/implementations.md`: the results of stored runs on implementations, clause by clause. */
export function implementationsPage(implementations: Implementations): string {
  const columns = Object.entries(implementations).flatMap(([name, runs]) => runs.map((run) => ({ name, run })));
  return `# Results on real implementations

These are results of runs on implementations that anyone can start: the embedded endpoint, and the OpenStack Nova of
\`targets/implementations/nova/\` ([clouds.md](clouds.md#start-a-real-nova)). The page is generated from
\`docs/implementations.json\`. This command adds a run:
\`npm run docs:implementations -- "NAME" conformance-report/result.json\`.

## Runs

${alignTable(runsTable(columns))}

Each run tests both URIs, /v2 and /v2.1.

## Deviations

${Object.entries(implementations)
  .map(([name, runs]) => deviationsOf(name, runs))
  .join('\n\n')}

## Clause by clause

✓ passed, ✗ failed, ? not tested (see below), — not part of the profile. An open clause shows its reading.

${alignTable(clauseTable(columns))}

## Not tested

${alignTable(reasonsTable(columns))}
`;
}

interface Column {
  readonly name: string;
  readonly run: ImplementationRun;
}

function runsTable(columns: readonly Column[]): string {
  const rows = columns.map(({ name, run }, index) => {
    const { profile, effort, seed, verdict, requests, seconds, suite } = run;
    return [index + 1, name, profile, verdict, effort, seed, requests, seconds, suite];
  });
  return table(['run', 'implementation', 'profile', 'verdict', 'effort', 'seed', 'requests', 's', 'suite'], rows);
}

/** @throws {Error} for a deviation without an explanation. */
function deviationsOf(name: string, runs: readonly ImplementationRun[]): string {
  const failed = clauses.filter(({ id }) => runs.some((run) => run.clauses[id] === 'failed'));
  if (failed.length === 0) return `**${name}**: none.`;
  const lines = failed.map(({ id, sentence }) => {
    const words = explainDeviation(name, id);
    if (words === undefined)
      throw new Error(`nobody has explained why ${name} breaks ${id}: add it to reports/result/implementations.ts`);
    const by = runs.filter((run) => run.clauses[id] === 'failed').map(({ profile }) => profile);
    return `- ${id} (${by.join(', ')}), ${sentence}: ${words}`;
  });
  return [`**${name}**`, '', ...lines].join('\n');
}

const signs: Readonly<Record<string, string>> = { passed: '✓', failed: '✗', 'not tested': '?' };

function clauseTable(columns: readonly Column[]): string {
  const rows = clauses.map(({ id, sentence }) => {
    const shown = columns.map(({ run }) => {
      const verdict = run.clauses[id];
      return verdict === undefined ? '—' : (signs[verdict] ?? verdict.replace(/^open: /, ''));
    });
    return [id, sentence, ...shown];
  });
  return table(['clause', 'the target', ...columns.map((_, index) => `run ${index + 1}`)], rows);
}

function reasonsTable(columns: readonly Column[]): string {
  const reasons = new Map<string, { readonly clause: ClauseId; readonly reason: string; readonly runs: number[] }>();
  for (const [index, { run }] of columns.entries()) {
    for (const [clause, reason] of Object.entries(run.reasons) as [ClauseId, string][]) {
      const row = reasons.get(`${clause} ${reason}`) ?? { clause, reason, runs: [] };
      row.runs.push(index + 1);
      reasons.set(`${clause} ${reason}`, row);
    }
  }
  const rows = [...reasons.values()].map(({ clause, reason, runs }) => [clause, runs.join(', '), reason]);
  return table(['clause', 'runs', 'reason'], rows);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
