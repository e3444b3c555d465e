import type { JsonValue } from 'fast-check';
import { controlCharacters, noncharacters } from './characters';
import { excessiveLengths } from './lengths';
import { type LimitOptions, limitsOf } from './limits';
import { specialTexts } from './special-texts';

export interface ValueCase {
  readonly name: string;
  readonly value: string;
}

/** Lengths are in code points: 128 astral characters are 256 UTF-16 units, 86 ideographs are 258 bytes of UTF-8. */
function valuesByLength(most: number): ValueCase[] {
  // More bytes than a limit of 255 bytes allows, in characters of two, three and four bytes.
  const [two, three, four] = [2, 3, 4].map((bytes) => Math.floor(most / bytes) + 1) as [number, number, number];
  return [
    { name: 'an empty value', value: '' },
    { name: '1 letter', value: 'a' },
    ...repeated('letters', 'a', [most - 1, most]),
    ...repeated('spaces', ' ', [most]),
    ...repeated('double quotes', '"', [most]),
    ...repeated('letters with an accent', '\u00E9', [two, most]),
    ...repeated('ideographs', '\u6F22', [three, most - 1, most]),
    ...repeated('astral characters', '\u{1F600}', [four, two, most - 1, most]),
    { name: `${most - 1} letters and an astral character`, value: `${'a'.repeat(most - 1)}\u{1F600}` },
    { name: `a letter and ${most - 1} combining accents`, value: `e${'\u0301'.repeat(most - 1)}` },
  ];
}

function repeated(name: string, character: string, lengths: readonly number[]): ValueCase[] {
  return lengths.map((length) => ({ name: `${length} ${name}`, value: character.repeat(length) }));
}

/** Texts with two forms in Unicode, or that a store with a limited character set loses. */
const unicodeTexts: readonly ValueCase[] = [
  { name: 'Latin letters', value: 'Stra\u00DFe \u00C6r\u00F8 \u0141\u00F3d\u017A' },
  { name: 'an accent in one character', value: 'caf\u00E9' },
  { name: 'an accent of its own', value: 'cafe\u0301' },
  { name: 'the Ohm sign', value: '\u2126' },
  { name: 'a ligature', value: '\uFB01' },
  { name: 'a fullwidth letter', value: '\uFF21' },
  { name: 'Hangul in syllables', value: '\uD55C\uAE00' },
  { name: 'Hangul in letters', value: '\u1112\u1161\u11AB' },
  { name: 'ideographs', value: '\u6F22\u5B57' },
  { name: 'an astral ideograph', value: '\u{20BB7}' },
  { name: 'an emoji', value: '\u{1F600}' },
  { name: 'an emoji of several characters', value: '\u{1F469}\u200D\u{1F680}' },
  { name: 'a flag', value: '\u{1F1EA}\u{1F1FA}' },
  { name: 'Hebrew', value: '\u05E9\u05DC\u05D5\u05DD' },
  { name: 'Arabic', value: '\u0645\u0631\u062D\u0628\u0627' },
  { name: 'a right-to-left override', value: 'a\u202Eb' },
  { name: 'a zero-width space', value: 'a\u200Bb' },
  { name: 'a soft hyphen', value: 'a\u00ADb' },
  { name: 'a line separator', value: 'a\u2028b' },
  { name: 'a byte order mark at the start', value: '\uFEFFa' },
  { name: 'the replacement character', value: '\uFFFD' },
  { name: 'a character of private use', value: '\uE000' },
  { name: 'the last character before the surrogates', value: '\uD7FB' },
  { name: 'the first astral character', value: '\u{10000}' },
  { name: 'the last character of Unicode', value: '\u{10FFFD}' },
  { name: 'letters in upper and lower case', value: 'aAbB \u0130i\u0131I \u017Fs' },
  {
    name: 'characters with two mappings in East Asian code pages',
    value: '\u301C\uFF5E\u2212\uFF0D\u2014\u2015\u2016\u2225\u00A2\uFFE0',
  },
  { name: 'a capital sharp s', value: '\u1E9E' },
  { name: 'a capital i with a dot', value: '\u0130' },
];

const spacedTexts: readonly ValueCase[] = [
  { name: 'a space', value: ' ' },
  { name: 'a space at the start', value: ' a' },
  { name: 'a space at the end', value: 'a ' },
  { name: 'two spaces in a row', value: 'a  b' },
  { name: 'a no-break space at the end', value: 'a\u00A0' },
  { name: 'an ideographic space at the start', value: '\u3000a' },
];

/** Values that the target must accept and return unchanged. */
export function legalValues(within: LimitOptions = {}): readonly ValueCase[] {
  const { valueLength: most } = limitsOf(within);
  const texts = specialTexts.map((value) => ({ name: `the text ${value}`, value }));
  return [
    ...valuesByLength(most),
    ...[...spacedTexts, ...unicodeTexts, ...texts].filter(({ value }) => [...value].length <= most),
  ];
}

/** Values with characters that the contract only recommends to accept. JSON must escape those below SPACE. */
export function controlValues(within: LimitOptions = {}): readonly ValueCase[] {
  const { valueLength } = limitsOf(within);
  return [
    ...[...controlCharacters, ...noncharacters].map(({ name, character }) => ({ name, value: `a${character}b` })),
    { name: 'nothing but a NUL', value: '\u0000' },
    { name: 'a NUL at the start', value: '\u0000a' },
    { name: 'a NUL at the end', value: 'a\u0000' },
    { name: 'nothing but a newline', value: '\n' },
    { name: 'a newline at the end', value: 'a\n' },
    { name: 'a tab at the start', value: '\ta' },
    { name: 'a carriage return and a newline', value: 'a\r\nb' },
    { name: 'lines like other pairs', value: 'a\nb: c\nd=e\n' },
    { name: `${valueLength} newlines`, value: '\n'.repeat(valueLength) },
    { name: `${valueLength} NULs`, value: '\u0000'.repeat(valueLength) },
  ];
}

export interface IllegalValueCase {
  readonly name: string;
  /** Any JSON: a text that is too long, or a value of another type. */
  readonly value: JsonValue;
}

/** Values that the target must reject. Lengths are in code points. */
export function illegalValues(within: LimitOptions = {}): readonly IllegalValueCase[] {
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
