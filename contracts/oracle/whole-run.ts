import type { ClauseId } from '../clauses';
import { goesWrongAnyway } from './any-replace';
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
  const steady = findings.filter(({ refused }) => !isUnsteady(refused, unsteady)).map(({ suspects }) => suspects);
  const alone = new Set(steady.flatMap((suspects) => (suspects.length === 1 ? suspects : [])));
  // Only now it is known whether an earlier value is one that was not replaced.
  for (const suspects of steady) {
    const [first, ...others] = withoutAltering(suspects, alone);
    if (others.length === 0) alone.add(first);
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
  return [...withoutAltering(suspects, alone), ...explainedBy.filter((clause) => alone.has(clause))];
}

/** A value that was there before has not been altered where replaces go wrong anyway. */
function withoutAltering(suspects: Broken['suspects'], alone: ReadonlySet<ClauseId>): Broken['suspects'] {
  if (!suspects.includes('REPLACE-03') || !goesWrongAnyway(alone)) return suspects;
  const [first = 'REPLACE-03', ...others] = suspects.filter((clause) => clause !== 'VALUE-03');
  return [first, ...others];
}

function isUnsteady(refused: number | undefined, unsteady: ReadonlySet<number>): boolean {
  return refused !== undefined && unsteady.has(refused);
}
