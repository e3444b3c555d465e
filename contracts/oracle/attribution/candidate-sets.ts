import type { ClauseId } from '../../clauses';
import type { Violated } from '../finding';

/** A violation and the clause of the check that found it. */
export interface FoundViolation {
  readonly finding: Violated;
  readonly by: ClauseId;
}

type Candidates = readonly [ClauseId, ...ClauseId[]];

/** The clauses that may explain a finding, the most specific first, given all findings of the run. */
export interface CandidateSet {
  readonly candidates: readonly ClauseId[];
  /** The clause of the check that found it. */
  readonly by: ClauseId;
}

/** Facts of a run that change the candidates of its findings. */
export interface RunFacts {
  /** Statuses with which the target rejected a request that it accepted before. They show no reason. */
  readonly unsteady: ReadonlySet<number>;
  /** Clauses that are the only candidate of a finding. */
  readonly forced: ReadonlySet<ClauseId>;
}

export function runFacts(findings: readonly Violated[]): RunFacts {
  const unsteady = unsteadyStatuses(findings);
  const steady = findings.filter(({ refused }) => !isUnsteady(refused, unsteady)).map(({ candidates }) => candidates);
  const forced = new Set(steady.flatMap((candidates) => (candidates.length === 1 ? candidates : [])));
  // A second pass: only the clauses forced so far show that every replace fails.
  for (const candidates of steady) {
    const [first, ...others] = withoutAlteredValue(candidates, forced);
    if (others.length === 0) forced.add(first);
  }
  return { unsteady, forced };
}

export function unsteadyStatuses(findings: readonly Violated[]): ReadonlySet<number> {
  return new Set(findings.flatMap(({ refused, isUnsteady }) => (isUnsteady && refused !== undefined ? [refused] : [])));
}

/**
 * The candidates of a finding, given the facts of the run. An unsteady status leaves only ANSWER-01. A clause of
 * `explainedBy` is a candidate only if another finding forces it.
 */
export function candidatesOf({ candidates, refused, explainedBy = [] }: Violated, facts: RunFacts): Candidates {
  if (isUnsteady(refused, facts.unsteady)) return ['ANSWER-01'];
  return [
    ...withoutAlteredValue(candidates, facts.forced),
    ...explainedBy.filter((clause) => facts.forced.has(clause)),
  ];
}

/** If every replace fails, an earlier value was not replaced; VALUE-03, an altered value, does not explain it. */
function withoutAlteredValue(candidates: Candidates, forced: ReadonlySet<ClauseId>): Candidates {
  if (!candidates.includes('REPLACE-03') || !failsEveryReplace(forced)) return candidates;
  const [first = 'REPLACE-03', ...others] = candidates.filter((clause) => clause !== 'VALUE-03');
  return [first, ...others];
}

function isUnsteady(refused: number | undefined, unsteady: ReadonlySet<number>): boolean {
  return refused !== undefined && unsteady.has(refused);
}

/** The clauses that apply to every replace, whatever its map. */
export const everyReplaceClauses = [
  'REPLACE-01',
  'REPLACE-02',
  'REPLACE-03',
  'REPLACE-04',
] as const satisfies readonly ClauseId[];

/** True if replaces fail whatever their maps are: at least two of these clauses are forced. */
export function failsEveryReplace(forced: ReadonlySet<ClauseId>): boolean {
  return everyReplaceClauses.filter((clause) => forced.has(clause)).length > 1;
}
