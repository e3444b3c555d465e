import { isDeepStrictEqual } from 'node:util';

/**
 * The metadata of one server: keys and values, both text.
 *
 * A key may be any name, `__proto__` included. Write such a key as a computed member, `{ ['__proto__']: 'x' }`, and
 * look members up with `Object.hasOwn`: as a literal member, JavaScript would set the prototype instead.
 */
export type Metadata = Readonly<Record<string, string>>;

/** The two URIs of the page differ only in this part of the path. */
export const versions = ['v2', 'v2.1'] as const;

export type Version = (typeof versions)[number];

/** True if two maps have the same pairs, in any order. */
export function sameMetadata(one: Metadata, other: Metadata): boolean {
  if (one === other) return true;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
  );
}

/** A target may show values that are not text: lists with equal items are equal. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && isDeepStrictEqual(one, other));
}
