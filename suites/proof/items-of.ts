import { type Detection, narrowOf } from './detection';
import type { KnownEndpoint } from './known-endpoints';
import type { Item } from './prove-in-shares';

/**
 * What is to be proved of these endpoints under one seed; what took longest comes first, or it would be waited for alone.
 * A mutant that is narrowed takes little, unless it survives quick effort, as one may that only a lucky meeting shows.
 */
export function itemsOf(
  endpoints: readonly KnownEndpoint[],
  before: Detection,
  { seed, narrowed }: { readonly seed: number; readonly narrowed: boolean },
): Item[] {
  const items = endpoints.map((known): Item & { readonly seconds: number } => {
    const kept = before[known.name];
    const narrow = narrowed ? narrowOf(known, kept) : undefined;
    const isShort = narrow !== undefined && kept?.effort === 'quick';
    return { name: known.name, seed, narrow, seconds: isShort ? 0 : (kept?.seconds ?? 0) };
  });
  return items.sort((one, other) => other.seconds - one.seconds).map(({ seconds: _, ...item }) => item);
}
