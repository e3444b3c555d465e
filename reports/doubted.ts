import { candidateKey, checksThatConfirm } from '../contracts/oracle/finding';
import type { Breach, Observed } from './breach';
import type { Collector } from './collector';

/** The checks of a run, with what counts of that which they came upon: nothing, where it may have been somebody else. */
export function counted({ checks, others }: Pick<Collector, 'checks' | 'others'>): readonly Observed[] {
  if (others === undefined) return withUnsteady(checks);
  return checks.map(({ breaches, doubted, ...rest }) => ({
    ...rest,
    breaches: [],
    doubted: [...breaches, ...doubted],
  }));
}

/**
 * The checks of a run, with what showed once and not again counted where several checks came upon the like: the target is
 * unsteady. Where there was trouble, it may have been that, and counts for nothing.
 */
function withUnsteady(checks: readonly Observed[]): readonly Observed[] {
  const isTroubled = checks.some(({ ended: { ended } }) => ended.outcome === 'not tested' && ended.trouble);
  if (isTroubled) return checks;
  const counts = new Map<string, Set<Observed>>();
  for (const observed of checks) {
    for (const { finding } of observed.doubted) {
      const group = counts.get(candidateKey(finding)) ?? new Set();
      counts.set(candidateKey(finding), group.add(observed));
    }
  }
  const isUnsteady = ({ finding }: Breach) => (counts.get(candidateKey(finding))?.size ?? 0) >= checksThatConfirm;
  return checks.map((observed) => {
    const unsteady = observed.doubted.filter(isUnsteady);
    if (unsteady.length === 0) return observed;
    // The check itself may have fared well the next time.
    const breaches = [...observed.breaches, ...unsteady.map((breach) => ({ ...breach, aside: true }))];
    return { ...observed, breaches, doubted: observed.doubted.filter((breach) => !isUnsteady(breach)) };
  });
}
