import type { JsonValue } from 'fast-check';

export interface WrongValuePartition {
  readonly name: string;
  /** Any JSON: a value that is too long, or none of type string. */
  readonly value: JsonValue;
}

/** Values that must be refused. Lengths are in code points. */
export const wrongValues: readonly WrongValuePartition[] = [
  { name: '256 letters', value: 'a'.repeat(256) },
  { name: '257 letters', value: 'a'.repeat(257) },
  { name: '300 letters', value: 'a'.repeat(300) },
  { name: '1,000 letters', value: 'a'.repeat(1_000) },
  { name: '256 spaces', value: ' '.repeat(256) },
  { name: 'a space after 255 letters', value: `${'a'.repeat(255)} ` },
  { name: 'a combining accent after 255 letters', value: `${'a'.repeat(255)}\u0301` },
  { name: '256 letters with an accent', value: '\u00E9'.repeat(256) },
  { name: '256 ideographs', value: '\u6F22'.repeat(256) },
  { name: '256 astral characters', value: '\u{1F600}'.repeat(256) },
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
