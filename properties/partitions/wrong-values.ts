import type { JsonValue } from 'fast-check';
import { excessiveLengths } from '../lengths';
import { limitsOf, type Within } from '../within';

export interface WrongValuePartition {
  readonly name: string;
  /** Any JSON: a value that is too long, or none of type string. */
  readonly value: JsonValue;
}

/** Values that must be refused. Lengths are in code points. */
export function wrongValues(within: Within = {}): readonly WrongValuePartition[] {
  const { valueLength: most } = limitsOf(within);
  return [
    ...Object.values(excessiveLengths(most)).map((length) => ({
      name: `${length} letters`,
      value: 'a'.repeat(length),
    })),
    { name: `${most + 1} spaces`, value: ' '.repeat(most + 1) },
    { name: `a space after ${most} letters`, value: `${'a'.repeat(most)} ` },
    { name: `a combining accent after ${most} letters`, value: `${'a'.repeat(most)}\u0301` },
    { name: `${most + 1} letters with an accent`, value: '\u00E9'.repeat(most + 1) },
    { name: `${most + 1} ideographs`, value: '\u6F22'.repeat(most + 1) },
    { name: `${most + 1} astral characters`, value: '\u{1F600}'.repeat(most + 1) },
    { name: 'the number 0', value: 0 },
    { name: 'the number 1', value: 1 },
    { name: 'a negative number', value: -1 },
    { name: 'a fraction', value: 1.5 },
    { name: 'a number with an exponent', value: 1e21 },
    { name: 'true', value: true },
    { name: 'false', value: false },
    { name: 'null', value: null },
    { name: 'an empty list', value: [] },
    { name: 'a list of one text', value: ['a'] },
    { name: 'a list of texts', value: ['a', 'b'] },
    { name: 'a list with null in it', value: [null] },
    { name: 'an empty object', value: {} },
    { name: 'an object', value: { a: 'b' } },
    { name: 'an object in an object', value: { a: { b: 'c' } } },
    { name: 'a list in a list', value: [['a']] },
    { name: 'an object in a list', value: [{ a: 'b' }] },
  ];
}
