import { jsonOf, type RecordedRequest } from '../http/exchange';
import { asObject } from '../http/json';
import { memoizeByObject } from '../http/memoize';
import type { Metadata } from '../metadata';

/** So much of a server is remembered: a copy that is some seconds old is that many requests old. */
const most = { maps: 256, characters: 2_000_000 };

/** Characters of a map as JSON. */
const sizeOf = memoizeByObject((map: Metadata) => JSON.stringify(map).length);

/** The maps that a server was given or seen to hold, the last one first. */
export function withPast(past: readonly Metadata[], map: Metadata): readonly Metadata[] {
  const maps = [map];
  let left = most.characters - sizeOf(map);
  for (const earlier of past) {
    left -= sizeOf(earlier);
    if (left < 0 || maps.length === most.maps) break;
    maps.push(earlier);
  }
  return maps;
}

/** The same after a request that sets pairs, be it one of a sibling operation. */
export function withSet(past: readonly Metadata[], { body }: RecordedRequest): readonly Metadata[] {
  const json = asObject(jsonOf(body));
  const pairs = asObject(json?.metadata) ?? asObject(json?.meta);
  return pairs === undefined ? past : withPast(past, pairs as Metadata);
}

/** Whether a pair was there before, as it is. */
export function isPast(past: readonly Metadata[], key: string, value: unknown): boolean {
  return past.some((map) => Object.hasOwn(map, key) && map[key] === value);
}
