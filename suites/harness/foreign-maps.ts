import type { Metadata } from '../../contracts/metadata';
import { sameMetadata } from '../../contracts/same-metadata';

/**
 * How many different maps were seen that hold what nobody of this run has sent to the server: a pair that is in none of
 * the maps that are known. A target that shows an old map, or mixes two, shows no such pair.
 */
export function foreignMaps(seen: readonly Metadata[], known: readonly Metadata[]): number {
  const isKnown = ([key, value]: [string, string]) =>
    known.some((map) => Object.hasOwn(map, key) && map[key] === value);
  const foreign: Metadata[] = [];
  for (const map of seen) {
    if (Object.entries(map).every(isKnown) || foreign.some((other) => sameMetadata(other, map))) continue;
    foreign.push(map);
  }
  return foreign.length;
}
