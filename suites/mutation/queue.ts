import { type Detection, killingClauses } from './detection';
import type { QueueItem } from './pool';
import type { SampleEndpoint } from './samples';

/**
 * The tests of these endpoints under one seed. Those with the most requests come first, so that no process waits long for
 * the last one. A narrowed mutant takes few requests, unless it survives quick effort.
 */
export function sampleQueue(
  endpoints: readonly SampleEndpoint[],
  before: Detection,
  { seed, narrowed }: { readonly seed: number; readonly narrowed: boolean },
): QueueItem[] {
  const items = endpoints.map((known): QueueItem & { readonly requests: number } => {
    const kept = before[known.name];
    const narrow = narrowed ? killingClauses(known, kept) : undefined;
    const isShort = narrow !== undefined && kept?.effort === 'quick';
    return { name: known.name, seed, narrow, requests: isShort ? 0 : (kept?.requests ?? 0) };
  });
  return items.sort((one, other) => other.requests - one.requests).map(({ requests: _, ...item }) => item);
}
