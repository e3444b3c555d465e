import { jsonOf, type RecordedRequest } from '../exchange';
import { asObject } from '../json-object';
import type { Metadata } from '../metadata';

/** So many maps of a server are remembered: a copy that is some seconds old is that many requests old. */
const remembered = 256;

/** The maps that a server was given or seen to hold, the last one first. */
export function withPast(past: readonly Metadata[], map: Metadata): readonly Metadata[] {
  return [map, ...past.slice(0, remembered - 1)];
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
