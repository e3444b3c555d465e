import { type ClauseId, clauses, familyOf } from '../../contracts/clauses';
import type { ImplementationRun, Implementations } from '../../reports/result/implementations';
import { implementations as known } from '../../targets/implementations/implementations';
import {
  type Column,
  describeReadings,
  describeVerdicts,
  hasFailed,
  shortName,
  table,
} from './implementations-page-cells';
import { deviationsSection } from './implementations-page-deviations';
import { historySection } from './implementations-page-history';

/** `docs/implementations.md`: the results of stored runs on implementations. */
export function implementationsPage(implementations: Implementations): string {
  const columns = Object.entries(implementations).map(([name, runs]) => ({ name, runs }));
  const runs = columns.flatMap(({ name, runs }) => runs.map((run) => ({ name, run })));
  return `# Results on real implementations

These are results of runs on software that anyone can start. \`npm run implementation -- NAME\` installs one from a public
registry, starts it on loopback, runs the suite by the profiles \`ecs\` and \`nova\`, stops it, and writes this page again.
The page is generated from \`docs/implementations.json\`.

${startTable()}

\`npm run implementation -- "NAME" conformance-report/result.json\` stores a run on a target that you have started
yourself: that is how [Nova 26](clouds.md#start-a-real-nova) came here.

## Families

One row for each run. ✓: no clause of the family failed. ✗ 2: two failed. ? 1: one was not tested (see [below](#not-tested)).

${familyTable(runs)}

## Failed clauses

Clauses that an implementation fails. ✗: by each profile that has been run; ✗ nova: by this one alone; ✓ passed, ? not tested,
○ open, — not part of the profile. The other ${clauses.length - failedClauses(columns).length} clauses failed nowhere.

${clauseTable(columns, failedClauses(columns), (column, id) => describeVerdicts(column, id))}

${deviationsSection(columns)}

${historySection(columns)}

## Readings

The sources leave these clauses open, and the implementations read them in different ways.

${clauseTable(columns, openClauses(columns), (column, id) => describeReadings(column, id))}

## Runs

${runsTable(runs)}

Each run tests both URIs, /v2 and /v2.1, where both are served.

## Not tested

${reasonsTable(columns)}
`;
}

const families = [...new Set(clauses.map(({ id }) => familyOf(id)))];

interface Row {
  readonly name: string;
  readonly run: ImplementationRun;
}

function startTable(): string {
  const rows = Object.entries(known).map(([key, { product, releases, setup }]) => {
    const command =
      releases === undefined ? `\`${key}\`` : `\`${key}@${releases[0]}\` to \`${key}@${releases.at(-1)}\``;
    return [command, product, setup];
  });
  return table(['NAME', 'implementation', 'how it runs'], rows);
}

function runsTable(rows: readonly Row[]): string {
  return table(
    ['implementation', 'profile', 'verdict', 'effort', 'seed', 'requests', 's', 'suite'],
    rows.map(({ name, run: { profile, verdict, effort, seed, requests, seconds, suite } }) => [
      name,
      profile,
      verdict,
      effort,
      seed,
      requests,
      seconds,
      suite,
    ]),
  );
}

function familyTable(rows: readonly Row[]): string {
  return table(
    ['implementation', 'profile', ...families],
    rows.map(({ name, run }) => [
      shortName(name),
      run.profile,
      ...families.map((family) => {
        const verdicts = clauses.filter(({ id }) => familyOf(id) === family).map(({ id }) => run.clauses[id]);
        const failed = verdicts.filter((verdict) => verdict === 'failed').length;
        const untested = verdicts.filter((verdict) => verdict === 'not tested').length;
        const parts = [...(failed > 0 ? [`✗ ${failed}`] : []), ...(untested > 0 ? [`? ${untested}`] : [])];
        return parts.length === 0 ? '✓' : parts.join(', ');
      }),
    ]),
  );
}

function failedClauses(columns: readonly Column[]): ClauseId[] {
  return clauses.map(({ id }) => id).filter((id) => columns.some(({ runs }) => hasFailed(runs, id)));
}

function openClauses(columns: readonly Column[]): ClauseId[] {
  return clauses
    .map(({ id }) => id)
    .filter(
      (id) => new Set(columns.map((column) => describeReadings(column, id)).filter((text) => text !== '')).size > 1,
    );
}

function clauseTable(
  columns: readonly Column[],
  ids: readonly ClauseId[],
  describe: (column: Column, id: ClauseId) => string,
): string {
  const sentences = new Map(clauses.map(({ id, sentence }) => [id, sentence]));
  return table(
    ['clause', 'the target', ...columns.map(({ name }) => shortName(name))],
    ids.map((id) => [id, sentences.get(id) ?? '', ...columns.map((column) => describe(column, id))]),
  );
}

/** By implementation and the first reason of each clause: a clause may have several. */
function reasonsTable(columns: readonly Column[]): string {
  const rows = columns.flatMap(({ name, runs }) => {
    const clausesByReason = new Map<string, Set<string>>();
    for (const [clause, text] of runs.flatMap((run) => Object.entries(run.reasons))) {
      const reason = firstReason(text);
      clausesByReason.set(reason, (clausesByReason.get(reason) ?? new Set()).add(clause));
    }
    return [...clausesByReason].map(([reason, ids]) => [shortName(name), [...ids].join(', '), reason]);
  });
  return table(['implementation', 'clauses', 'reason'], rows);
}

/** `1 of 3 checks show nothing: no exchange shows the clause; 2 checks need …` is `no exchange shows the clause`. */
function firstReason(text: string): string {
  return text
    .replace(/^\d+ of \d+ checks show nothing: /, '')
    .replace(/^\d+ checks? needs? /, 'it needs ')
    .replace(/ \([^)]*\)(;.*)?$/, '')
    .replace(/;.*$/s, '');
}
