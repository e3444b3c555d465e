import type { CheckCost, Held } from './costs';

/** A mutant, and the names of the checks that kill it. */
export interface KilledMutant {
  readonly name: string;
  readonly killers: ReadonlySet<string>;
}

/** A check in the order. */
export interface OrderedCheck {
  readonly name: string;
  /** Expected requests at this place. */
  readonly requests: number;
}

/** The own server as the last check has left it. */
interface Place {
  readonly version: string | undefined;
  readonly held: Held;
}

/**
 * The order in which checks kill the most mutants by the fewest requests: next comes the check with the most mutants for
 * each of its requests that none before it kills. Ends when no check kills another one.
 *
 * @param costs of the checks among which it chooses, in the order of a run: of two that are worth the same, the earlier
 * one comes first.
 * @param first the check that comes first, whatever it is worth.
 */
export function orderByWorth(
  mutants: readonly KilledMutant[],
  costs: ReadonlyMap<string, CheckCost>,
  first?: string,
): OrderedCheck[] {
  const order: OrderedCheck[] = [];
  const left = new Set(mutants);
  const chosen = new Set<string>();
  let place: Place = { version: undefined, held: 'few' };
  for (;;) {
    let best: (OrderedCheck & { readonly worth: number }) | undefined;
    for (const [name, cost] of costs) {
      if (chosen.has(name)) continue;
      const requests = requestsAt(place, name, cost);
      const isFirst = order.length === 0 && name === first;
      const worth = isFirst ? Infinity : [...left].filter(({ killers }) => killers.has(name)).length / requests;
      if (worth > (best?.worth ?? 0)) best = { name, requests, worth };
    }
    if (best === undefined) return order;
    const { name, requests } = best;
    order.push({ name, requests });
    place = { version: versionOf(name), held: costs.get(name)?.leaves ?? place.held };
    // Under the other version it would show the same.
    for (const other of costs.keys()) if (idOf(other) === idOf(name)) chosen.add(other);
    for (const mutant of left) if (mutant.killers.has(name)) left.delete(mutant);
  }
}

/** A check that follows one of the other version reads the map under its own version first. */
function requestsAt({ version, held }: Place, name: string, { after }: CheckCost): number {
  const isReadAgain = versionOf(name) !== version && after[held] < after.many;
  return Math.max(1, after[held] + (isReadAgain ? 1 : 0));
}

function versionOf(name: string): string | undefined {
  return name.split(' ')[1];
}

function idOf(name: string): string | undefined {
  return name.split(' ')[0];
}

/** The share of mutants that the checks which fit into so many requests kill, from 0 to 1. */
export function shareKilled(order: readonly OrderedCheck[], mutants: readonly KilledMutant[], most: number): number {
  let left = most;
  const begun = order.filter(({ requests }) => {
    const fits = requests <= left;
    if (fits) left -= requests;
    return fits;
  });
  return mutants.filter(({ killers }) => begun.some(({ name }) => killers.has(name))).length / mutants.length;
}
