import { isUnconfirmed } from '../../contracts/evidence/events';
import { appearsInAnotherPass, countsInPass, type Violated } from '../../contracts/oracle/finding';
import { isolationCandidate } from '../../contracts/oracle/isolation';
import type { CheckRecord, Violation } from './check-record';

/** One pass of a check: a check that fails is run again before its failure counts. */
export interface Pass {
  readonly violations: readonly Violation[];
  /** Other checks ran at the same time, and may have caused what the pass shows. */
  readonly hadConcurrentChecks: boolean;
}

/**
 * Tells the violations of a check that are confirmed from those that are not. A check that ran once confirms its own.
 * Of a check that ran again, each violation must show in two passes; it counts once.
 *
 * @param found the violations of the counterexamples of a search: each was tried several times on its own.
 */
export function confirmViolations(
  passes: readonly Pass[],
  found: readonly Violation[],
): Pick<CheckRecord, 'violations' | 'unconfirmed'> {
  const byPass = passes.map(({ violations }) => violations);
  const isIn = (violation: Violation, others: readonly (readonly Violation[])[]) =>
    appearsInAnotherPass(violation.finding, others.map(findingsOf));
  const isConfirmed = (violation: Violation, place: number) =>
    byPass.length === 1 || isIn(violation, byPass.toSpliced(place, 1));
  const findings = byPass.map(findingsOf);
  const confirmed = byPass.flatMap((violations, place) =>
    violations.filter((each) => isConfirmed(each, place) && countsInPass(each.finding, findings, place)),
  );
  const unconfirmed = passes.flatMap(({ violations, hadConcurrentChecks }, place) => {
    const once = violations.filter((violation) => !isConfirmed(violation, place));
    return hadConcurrentChecks ? once.map(attributeToIsolation) : once;
  });
  const isRepeated = ({ counterexample }: Violation) => counterexample === undefined || !isUnconfirmed(counterexample);
  return {
    violations: [...confirmed, ...found.filter(isRepeated)],
    unconfirmed: [...unconfirmed, ...found.filter((violation) => !isRepeated(violation))],
  };
}

function findingsOf(violations: readonly Violation[]): Violated[] {
  return violations.map(({ finding }) => finding);
}

/** It did not show again while no other check ran. */
function attributeToIsolation(violation: Violation): Violation {
  return { ...violation, checkClause: isolationCandidate(violation.finding) ?? violation.checkClause };
}
