import fc, { type Arbitrary } from 'fast-check';
import {
  asciiOutsideKeys,
  controlCharacters,
  keyCharacters,
  keyPunctuation,
  noncharacters,
  unicodeOutsideKeys,
} from './cases/characters';
import { type LimitOptions, limitsOf } from './cases/limits';
import { specialKeys } from './cases/special-texts';
import { shrinkAs } from './shrinking';
import { plainCharacters, texts, textsWithOne, tooLongTexts } from './texts';

/** Valid keys (page, Table 3, key): 1 to 255 of `A-Z a-z 0-9 - _ : .`, or up to another limit. They shrink to `a`. */
export function keys(within: LimitOptions = {}): Arbitrary<string> {
  const lengths = { min: 1, max: limitsOf(within).keyLength };
  const anyOf = texts(fc.constantFrom(...keyCharacters), lengths);
  const punctuation = fc.constantFrom(...keyPunctuation.map(({ character }) => character));
  return shrinkAs(
    fc.oneof(
      { weight: 6, arbitrary: anyOf },
      { weight: 2, arbitrary: fc.constantFrom(...specialKeys.filter(({ length }) => length <= lengths.max)) },
      { weight: 1, arbitrary: texts(punctuation, lengths) },
    ),
    anyOf,
  );
}

const outsideKeys = [...asciiOutsideKeys, ...unicodeOutsideKeys, ...controlCharacters, ...noncharacters];

/**
 * Invalid keys with one mistake: one character outside the set, a length beyond the limit, no character, or a newline
 * at the end. They have no SPACE, see `keysWithSpace`.
 */
export function nearMissKeys(within: LimitOptions = {}): Arbitrary<string> {
  const { keyLength } = limitsOf(within);
  const legal = fc.constantFrom(...keyCharacters);
  const known = fc.constantFrom(...outsideKeys.map(({ character }) => character));
  const any = plainCharacters().filter((character) => character !== ' ' && !keyCharacters.includes(character));
  return fc.oneof(
    { weight: 6, arbitrary: textsWithOne(known, legal, keyLength) },
    { weight: 3, arbitrary: textsWithOne(any, legal, keyLength) },
    { weight: 2, arbitrary: tooLongTexts(legal, keyLength) },
    { weight: 1, arbitrary: texts(legal, { min: 1, max: keyLength - 1 }).map((key) => `${key}\n`) },
    { weight: 1, arbitrary: fc.constant('') },
  );
}

/** Keys that are valid except for a SPACE. The sources do not agree on it. */
export function keysWithSpace(within: LimitOptions = {}): Arbitrary<string> {
  return textsWithOne(fc.constant(' '), fc.constantFrom(...keyCharacters, ' '), limitsOf(within).keyLength);
}
