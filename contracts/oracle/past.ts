import type { Metadata } from '../metadata';
import { sameMetadata } from '../same-metadata';

/** So many maps of a server are remembered: what a stale copy brings back is most often one of the last. */
const remembered = 8;

/** The maps that a server was given or seen to hold, the last one first. */
export function withPast(past: readonly Metadata[], map: Metadata): readonly Metadata[] {
  const [latest] = past;
  if (latest !== undefined && sameMetadata(latest, map)) return past;
  return [map, ...past.filter((other) => !sameMetadata(other, map))].slice(0, remembered);
}

/** Whether a pair was there before, as it is. */
export function isPast(past: readonly Metadata[], key: string, value: unknown): boolean {
  return past.some((map) => Object.hasOwn(map, key) && map[key] === value);
}
