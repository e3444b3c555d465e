import { isUnconfirmed } from '../../contracts/evidence/events';
import { appearsInAnotherPass, countsInPass, type Violated } from '../../contracts/oracle/finding';
import { isolationCandidate } from '../../contracts/oracle/isolation';
import type { CheckRecord, Violation } from './check-record';

/** One pass of a check: a check that fails is run again before its failure counts. */
export interface Pass {
  readonly violations: readonly Violation[];
  /** True if other checks ran at the same time. They may have caused the violations of the pass. */
  readonly hadConcurrentChecks: boolean;
}

/**
 * Separates the confirmed violations of a check from the unconfirmed ones. If a check ran once, its violations are
 * confirmed. If it ran again, a violation must show in two passes, and counts once.
 *
 * @param found the violations of the counterexamples of a search. The search has tried each of them several times.
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

/** A violation that did not show again without concurrent checks: another server is the likely cause. */
function attributeToIsolation(violation: Violation): Violation {
  return { ...violation, checkClause: isolationCandidate(violation.finding) ?? violation.checkClause };
}
