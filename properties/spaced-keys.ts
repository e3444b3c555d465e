import fc, { type Arbitrary } from 'fast-check';
import { keyCharacters } from './characters';
import { withOne } from './with-one';
import { limitsOf, type Within } from './within';

/** Keys of a legal length that a SPACE alone keeps out of the set. The sources do not agree on it. */
export function spacedKeys(within: Within = {}): Arbitrary<string> {
  return withOne(fc.constant(' '), fc.constantFrom(...keyCharacters, ' '), limitsOf(within).keyLength);
}
