import type { ClauseId } from '../clauses';
import type { Broken } from './finding';

/** What all findings of a run together say of each. */
export interface WholeRun {
  /** The statuses with which the target refuses requests that it takes another time: they tell of no reason. */
  readonly unsteady: ReadonlySet<number>;
  /** The clauses that broke alone. */
  readonly alone: ReadonlySet<ClauseId>;
}

export function wholeRun(findings: readonly Broken[]): WholeRun {
  const unsteady = unsteadyStatuses(findings);
  const alone = new Set<ClauseId>();
  for (const { suspects, refused } of findings) {
    if (suspects.length === 1 && !isUnsteady(refused, unsteady)) alone.add(suspects[0]);
  }
  return { unsteady, alone };
}

export function unsteadyStatuses(findings: readonly Broken[]): ReadonlySet<number> {
  return new Set(findings.flatMap(({ refused, isUnsteady }) => (isUnsteady && refused !== undefined ? [refused] : [])));
}

/** What is suspected of a broken finding, given the whole run. */
export function suspectsGiven(finding: Broken, { unsteady, alone }: WholeRun): readonly [ClauseId, ...ClauseId[]] {
  const { suspects, refused, explainedBy = [] } = finding;
  if (isUnsteady(refused, unsteady)) return ['ANSWER-01'];
  return [...suspects, ...explainedBy.filter((clause) => alone.has(clause))];
}

function isUnsteady(refused: number | undefined, unsteady: ReadonlySet<number>): boolean {
  return refused !== undefined && unsteady.has(refused);
}
