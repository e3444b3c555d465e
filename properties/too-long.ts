import fc, { type Arbitrary } from 'fast-check';

/**
 * Text of 256 code points or more, a few characters over and over: it shrinks to 256 times the same one in a handful of
 * steps, where 256 free characters would take as many.
 */
export function tooLong(character: Arbitrary<string>): Arbitrary<string> {
  const lengths = fc.constantFrom(256, 257, 258, 300, 1_000);
  return fc
    .tuple(lengths, fc.array(character, { minLength: 1, maxLength: 8 }))
    .map(([length, cycle]) => Array.from({ length }, (_, place) => cycle[place % cycle.length]).join(''));
}
