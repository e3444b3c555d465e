import fc, { type Arbitrary } from 'fast-check';
import { excessiveLengths } from './lengths';

/**
 * Text of more code points than the limit, a few characters over and over: it shrinks to one too many of the same one in a
 * handful of steps, where so many free characters would take as many.
 */
export function tooLong(character: Arbitrary<string>, limit: number): Arbitrary<string> {
  const { next, second, longer, far } = excessiveLengths(limit);
  const lengths = fc.constantFrom(next, second, second + 1, longer, far);
  return fc
    .tuple(lengths, fc.array(character, { minLength: 1, maxLength: 8 }))
    .map(([length, cycle]) => Array.from({ length }, (_, place) => cycle[place % cycle.length]).join(''));
}
