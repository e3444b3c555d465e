import { ecs } from '../../contracts/profiles/ecs';
import type { Limits } from '../../contracts/profiles/profile';
import { limitBounds } from '../../contracts/profiles/profile-schema';

/**
 * A second implementation of the rules of keys and values, without regular expressions, for tests of the generators.
 */

export function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? -1);
}

export function isLegalKey(key: string): boolean {
  const points = codePoints(key);
  return points.length >= 1 && points.length <= 255 && points.every(isKeyCharacter);
}

export function isKeyCharacter(point: number): boolean {
  const isDigit = point >= 0x30 && point <= 0x39;
  const isLetter = (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a);
  return isDigit || isLetter || '-_:.'.includes(String.fromCodePoint(point));
}

/** Values that every target must store, without controls, noncharacters and lone surrogates. */
export function isLegalValue(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const points = codePoints(value);
  return points.length <= 255 && !points.some((point) => isControl(point) || isSurrogate(point));
}

export function isControl(point: number): boolean {
  const isNoncharacter = (point & 0xfffe) === 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
  return point < 0x20 || (point >= 0x7f && point <= 0x9f) || isNoncharacter;
}

export function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

export function isLegalMap(map: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(map).every(([key, value]) => isLegalKey(key) && isLegalValue(value));
}

const { characters, always } = limitBounds;

/** The limits of the page, others, and the lowest and highest that a profile may set. */
export const limitSets: readonly Limits[] = [
  ecs.limits,
  { ...ecs.limits, keyLength: 64, valueLength: 100 },
  { keyLength: characters.minimum, valueLength: characters.minimum, always: always.minimum, quota: always.minimum },
  { ...ecs.limits, keyLength: characters.maximum, valueLength: characters.maximum },
];
