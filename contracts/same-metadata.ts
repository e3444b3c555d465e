import { isDeepStrictEqual } from 'node:util';
import type { Metadata } from './metadata';

/** Whether two maps hold the same pairs, the order aside. */
export function sameMetadata(one: Metadata, other: Metadata): boolean {
  if (one === other) return true;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
  );
}

/** A target may hold what is no text: a list is the same as another list with the same items. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && isDeepStrictEqual(one, other));
}
