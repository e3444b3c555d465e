import fc, { type Arbitrary } from 'fast-check';
import { asciiOutsideKeys, controlCharacters, keyCharacters, noncharacters, unicodeOutsideKeys } from './characters';
import { plainCharacters } from './plain-characters';
import { texts } from './texts';
import { tooLong } from './too-long';
import { withOne } from './with-one';
import { limitsOf, type Within } from './within';

const outside = [...asciiOutsideKeys, ...unicodeOutsideKeys, ...controlCharacters, ...noncharacters];

/**
 * Illegal keys that miss the rule by one thing: one character outside the set, a length beyond the limit, no
 * character at all, or a newline at the end. Never a SPACE, see `spacedKeys`.
 */
export function nearMissKeys(within: Within = {}): Arbitrary<string> {
  const { keyLength } = limitsOf(within);
  const legal = fc.constantFrom(...keyCharacters);
  const known = fc.constantFrom(...outside.map(({ character }) => character));
  const any = plainCharacters().filter((character) => character !== ' ' && !keyCharacters.includes(character));
  return fc.oneof(
    { weight: 6, arbitrary: withOne(known, legal, keyLength) },
    { weight: 3, arbitrary: withOne(any, legal, keyLength) },
    { weight: 2, arbitrary: tooLong(legal, keyLength) },
    { weight: 1, arbitrary: texts(legal, { min: 1, max: keyLength - 1 }).map((key) => `${key}\n`) },
    { weight: 1, arbitrary: fc.constant('') },
  );
}
