import { clauses as catalogue, familyOf } from '../../contracts/clauses';
import { type ClauseState, type RunSummary, slugOf, targetKey, targetLabel } from './run-summary';

/** Every run of one target. */
export interface TargetHistory {
  /** The path of its page in the site. */
  readonly page: string;
  /** The oldest run first; by releases if every run has one. Never empty. */
  readonly runs: readonly RunChanges[];
  readonly latest: RunSummary;
  /** In the order of the catalogue. */
  readonly clauses: readonly ClauseHistory[];
}

/** The changes from the runs before to this one. Each list holds ids of clauses. */
export interface RunChanges {
  readonly run: RunSummary;
  /** They fail, and were satisfied before. */
  readonly broke: readonly string[];
  /** They fail in the first run that shows anything of them. */
  readonly found: readonly string[];
  /** They are satisfied, and failed before. */
  readonly mended: readonly string[];
  /** They fail as before. */
  readonly stillFailing: readonly string[];
}

export interface ClauseHistory {
  readonly clause: string;
  /** By the last run that contains the clause: a run of some clauses leaves the others as they were. */
  readonly state: ClauseState;
  readonly run: RunSummary;
  /** Undefined where the clause does not fail. */
  readonly failing: FailingSince | undefined;
}

interface FailingSince {
  /** The first of the runs in which it fails without a pass in between. */
  readonly since: RunSummary;
  /** The last run in which it failed. */
  readonly last: RunSummary;
  /** No run before `since` shows that the clause was satisfied. */
  readonly isSinceFirst: boolean;
  /** Runs in which it failed since then. */
  readonly runs: number;
}

/** Groups runs by target. Targets are in the order of their labels. */
export function buildHistories(runs: readonly RunSummary[]): TargetHistory[] {
  const byTarget = new Map<string, RunSummary[]>();
  for (const run of runs) {
    const key = targetKey(run.facts);
    const others = byTarget.get(key);
    if (others === undefined) byTarget.set(key, [run]);
    else others.push(run);
  }
  return [...byTarget.values()].map(buildHistory).sort(({ latest: { facts: one } }, { latest: { facts: other } }) => {
    return inOrder(targetLabel(one), targetLabel(other)) || inOrder(one.profile, other.profile);
  });
}

/** Numbers in names count as numbers: 9.1 comes before 10.0. */
const { compare: inOrder } = new Intl.Collator('en', { numeric: true });

function buildHistory(unordered: readonly RunSummary[]): TargetHistory {
  const haveReleases = unordered.every(({ facts }) => facts.targetVersion !== undefined);
  const runs = [...unordered].sort(
    (one, other) =>
      (haveReleases ? inOrder(one.facts.targetVersion ?? '', other.facts.targetVersion ?? '') : 0) ||
      (one.began ?? 0) - (other.began ?? 0) ||
      (one.page < other.page ? -1 : 1),
  );
  const latest = runs.at(-1);
  if (latest === undefined) throw new RangeError('a target has at least one run');
  const known = new Map<string, KnownClause>();
  const changes = runs.map((run) => addRun(run, known));
  return {
    page: `targets/${slugOf(latest.facts)}.html`,
    runs: changes,
    latest,
    clauses: [...known.values()].sort((one, other) => compareClauses(one.clause, other.clause)),
  };
}

interface KnownClause extends ClauseHistory {
  /** A run up to now shows that the target satisfied the clause. */
  readonly wasSatisfied: boolean;
}

/** Brings everything known of the clauses up to a run. Gives the changes by that run. */
function addRun(run: RunSummary, known: Map<string, KnownClause>): RunChanges {
  const changes = {
    broke: [] as string[],
    found: [] as string[],
    mended: [] as string[],
    stillFailing: [] as string[],
  };
  for (const [clause, state] of run.clauses) {
    const before = known.get(clause);
    const failing = failingAfter(state, run, before);
    const wasSatisfied = isSatisfied(state) || before?.wasSatisfied === true;
    known.set(clause, { clause, state, run, failing, wasSatisfied });
    if (state.verdict === 'failed') {
      const list = (failing?.runs ?? 0) > 1 ? 'stillFailing' : wasSatisfied ? 'broke' : 'found';
      changes[list].push(clause);
    } else if (isSatisfied(state) && before?.failing !== undefined) changes.mended.push(clause);
  }
  return { run, ...changes };
}

/** A run that could not test a clause leaves its failure as it was. A profile without the clause ends it. */
function failingAfter(state: ClauseState, run: RunSummary, before: KnownClause | undefined): FailingSince | undefined {
  if (state.verdict === 'not tested') return before?.failing;
  if (state.verdict !== 'failed') return undefined;
  if (before?.failing !== undefined) return { ...before.failing, last: run, runs: before.failing.runs + 1 };
  return { since: run, last: run, isSinceFirst: before?.wasSatisfied !== true, runs: 1 };
}

function isSatisfied({ verdict }: ClauseState): boolean {
  return verdict === 'passed' || verdict === 'open';
}

const families = [...new Set(catalogue.map(({ id }) => familyOf(id)))];

/** The order of the catalogue: families, then clauses. Families of other versions of the suite come last. */
function compareClauses(one: string, other: string): number {
  const place = (clause: string) => {
    const found = families.indexOf(familyOf(clause));
    return found < 0 ? families.length : found;
  };
  return place(one) - place(other) || (one < other ? -1 : 1);
}

/** Every clause that any run of the targets contains. */
export function clausesOf(targets: readonly TargetHistory[]): string[] {
  return [...new Set(targets.flatMap(({ clauses }) => clauses.map(({ clause }) => clause)))].sort(compareClauses);
}
