import { type Detection, killingClauses } from './detection';
import type { QueueItem } from './pool';
import type { SampleEndpoint } from './samples';

/**
 * What is to be proved of these endpoints under one seed; what took longest comes first, or it would be waited for alone.
 * A mutant that is narrowed takes little, unless it survives quick effort, as one may that only a lucky meeting shows.
 */
export function sampleQueue(
  endpoints: readonly SampleEndpoint[],
  before: Detection,
  { seed, narrowed }: { readonly seed: number; readonly narrowed: boolean },
): QueueItem[] {
  const items = endpoints.map((known): QueueItem & { readonly seconds: number } => {
    const kept = before[known.name];
    const narrow = narrowed ? killingClauses(known, kept) : undefined;
    const isShort = narrow !== undefined && kept?.effort === 'quick';
    return { name: known.name, seed, narrow, seconds: isShort ? 0 : (kept?.seconds ?? 0) };
  });
  return items.sort((one, other) => other.seconds - one.seconds).map(({ seconds: _, ...item }) => item);
}
