import fc, { type Arbitrary } from 'fast-check';
import { keyCharacters } from './characters';
import { withOne } from './with-one';

/** Keys of 1 to 255 characters that a SPACE alone keeps out of the set. The sources do not agree on it. */
export function spacedKeys(): Arbitrary<string> {
  return withOne(fc.constant(' '), fc.constantFrom(...keyCharacters, ' '));
}
