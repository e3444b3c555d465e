import type { Tools } from './tools';

/** So many pairs say nothing about the number of pairs, where forty must be taken. */
const ordinary = 15;

/** What is to be stored, so much of it at a time. @param pairs how many pairs each of the entries makes. */
export function inMaps<Entry>({ limits }: Pick<Tools, 'limits'>, entries: readonly Entry[], pairs = 1): Entry[][] {
  const size = Math.max(1, Math.floor(Math.min(ordinary, limits.always) / pairs));
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, place) =>
    entries.slice(place * size, (place + 1) * size),
  );
}
