import { candidateKey, checksThatConfirm } from '../../contracts/oracle/finding';
import type { CheckRecord, Violation } from '../collector/check-record';
import type { Collector } from '../collector/collector';
import type { UnconfirmedViolation } from '../result/result';

/** The checks of a run with the violations that count. If another client changed the servers, none counts. */
export function countedChecks({
  checks,
  interference,
}: Pick<Collector, 'checks' | 'interference'>): readonly CheckRecord[] {
  if (interference === undefined) return confirmUnsteady(checks);
  return checks.map(({ violations, unconfirmed, ...rest }) => ({
    ...rest,
    violations: [],
    unconfirmed: [...violations, ...unconfirmed],
  }));
}

/**
 * Counts unconfirmed violations if several checks have the same candidates: the target is unsteady. After a failure of
 * the target or the network none counts, because that may be the cause.
 */
function confirmUnsteady(checks: readonly CheckRecord[]): readonly CheckRecord[] {
  const isTroubled = checks.some(({ ended: { ended } }) => ended.outcome === 'not tested' && ended.trouble);
  if (isTroubled) return checks;
  const counts = new Map<string, Set<CheckRecord>>();
  for (const observed of checks) {
    for (const { finding } of observed.unconfirmed) {
      const group = counts.get(candidateKey(finding)) ?? new Set();
      counts.set(candidateKey(finding), group.add(observed));
    }
  }
  const isUnsteady = ({ finding }: Violation) => (counts.get(candidateKey(finding))?.size ?? 0) >= checksThatConfirm;
  return checks.map((observed) => {
    const unsteady = observed.unconfirmed.filter(isUnsteady);
    if (unsteady.length === 0) return observed;
    // The check may have passed the second time. That is no contradiction.
    const violations = [
      ...observed.violations,
      ...unsteady.map((violation) => ({ ...violation, isOutsideCheck: true })),
    ];
    return { ...observed, violations, unconfirmed: observed.unconfirmed.filter((violation) => !isUnsteady(violation)) };
  });
}

/** The violations that showed once and not again, one for each check and clause. */
export function unconfirmedViolations(checks: readonly CheckRecord[]): UnconfirmedViolation[] {
  const found = new Map<string, UnconfirmedViolation>();
  for (const { ended, unconfirmed } of checks) {
    for (const { finding, exchange } of unconfirmed) {
      const { candidates, expected, observed } = finding;
      const key = `${ended.check} ${candidates.join()}`;
      if (!found.has(key)) found.set(key, { clauses: candidates, check: ended.check, expected, observed, exchange });
    }
  }
  return [...found.values()];
}

/** The most sentences in a report. */
const maxShown = 5;

/** One sentence for each violation, and one for those that are left out. */
export function describeUnconfirmed(unconfirmed: readonly UnconfirmedViolation[]): string[] {
  const sentences = unconfirmed
    .slice(0, maxShown)
    .map(
      ({ clauses, check, expected, observed, exchange }) =>
        `${clauses.join(' or ')}: exchange ${exchange} of "${check}": expected ${expected}, observed ${observed}`,
    );
  const more = unconfirmed.length - sentences.length;
  return more > 0 ? [...sentences, `and ${more} more`] : sentences;
}
