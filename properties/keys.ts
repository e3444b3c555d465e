import fc, { type Arbitrary } from 'fast-check';
import { keyCharacters, keyPunctuation } from './characters';
import { shrinkAs } from './shrink-as';
import { specialNames } from './special-names';
import { texts } from './texts';
import { limitsOf, type Within } from './within';

/** Legal keys (page, Table 3, key): 1 to 255 of `A-Z a-z 0-9 - _ : .`, or up to another limit. They shrink to `a`. */
export function keys(within: Within = {}): Arbitrary<string> {
  const lengths = { min: 1, max: limitsOf(within).keyLength };
  const anyOf = texts(fc.constantFrom(...keyCharacters), lengths);
  const punctuation = fc.constantFrom(...keyPunctuation.map(({ character }) => character));
  return shrinkAs(
    fc.oneof(
      { weight: 6, arbitrary: anyOf },
      { weight: 2, arbitrary: fc.constantFrom(...specialNames.filter(({ length }) => length <= lengths.max)) },
      { weight: 1, arbitrary: texts(punctuation, lengths) },
    ),
    anyOf,
  );
}
