import {
  asciiOutsideKeys,
  controlCharacters,
  keyCharacters,
  keyPunctuation,
  noncharacters,
  unicodeOutsideKeys,
} from './characters';
import { excessiveLengths, repeatToLength, splitByLength } from './lengths';
import { type LimitOptions, limitsOf } from './limits';
import { specialKeys } from './special-texts';

export interface KeyCase {
  readonly name: string;
  readonly key: string;
}

const wholeSet = keyCharacters.join('');

/** Keys that the target must accept. */
export function legalKeys(within: LimitOptions = {}): readonly KeyCase[] {
  const { keyLength: most } = limitsOf(within);
  const all = [...keysByLength(most), ...keysByCharacter.flatMap((entry) => splitKey(entry, most)), ...namedKeys(most)];
  // A part of one key may be the start of another one.
  return all.filter(({ key }, place) => all.findIndex((other) => other.key === key) === place);
}

function keysByLength(most: number): KeyCase[] {
  return [
    { name: '1 letter', key: 'a' },
    { name: '2 letters', key: 'ab' },
    { name: `${most - 1} letters`, key: 'a'.repeat(most - 1) },
    { name: `${most} letters`, key: 'a'.repeat(most) },
    { name: `${most} capitals`, key: 'Z'.repeat(most) },
    { name: `${most} digits`, key: '7'.repeat(most) },
    { name: `${most} hyphens`, key: '-'.repeat(most) },
    { name: `${most} characters of every kind`, key: repeatToLength(`.${wholeSet}`, most) },
  ];
}

const keysByCharacter: readonly KeyCase[] = [
  { name: '1 capital', key: 'Z' },
  { name: '1 digit', key: '7' },
  { name: 'a to z', key: 'abcdefghijklmnopqrstuvwxyz' },
  { name: 'A to Z', key: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' },
  { name: '0 to 9', key: '0123456789' },
  { name: 'the whole set', key: wholeSet },
  { name: 'the whole set backwards', key: [...wholeSet].reverse().join('') },
  { name: 'every punctuation mark', key: '-_:.' },
  ...keyPunctuation.flatMap(({ name, character }) => [
    { name: `nothing but ${name}`, key: character },
    { name: `${name} first`, key: `${character}ab` },
    { name: `${name} in the middle`, key: `a${character}b` },
    { name: `${name} last`, key: `ab${character}` },
    { name: `${name} twice in a row`, key: `a${character}${character}b` },
  ]),
  { name: 'mixed case', key: 'fooBAR' },
  { name: 'a digit first', key: '1ab' },
];

/** Splits a key that is longer than the limit. */
function splitKey({ name, key }: KeyCase, most: number): KeyCase[] {
  return splitByLength(key, most).map((part, place) => ({
    name: place === 0 ? name : `${name}, part ${place + 1}`,
    key: part,
  }));
}

function namedKeys(most: number): KeyCase[] {
  return [
    { name: 'a name with dots, as clouds use them', key: 'metering.resourcetype' },
    { name: 'a time', key: '2024-01-31T12:00:00.000Z' },
    { name: 'an address', key: 'fe80::1' },
    ...specialKeys.map((key) => ({ name: `the name ${key}`, key })),
  ].filter(({ key }) => key.length <= most);
}

/**
 * Keys that the target must reject: every printable ASCII character outside the set (except SPACE), look-alikes,
 * controls, and lengths beyond the limit. Each key breaks one rule, except the newline after a key of the maximum
 * length: if `$` matches before a final newline, that key passes the rule and fails only later.
 */
export function illegalKeys(within: LimitOptions = {}): readonly KeyCase[] {
  const { keyLength: most } = limitsOf(within);
  const half = (most - 1) >> 1;
  return [
    { name: 'an empty key', key: '' },
    ...Object.values(excessiveLengths(most)).map((length) => ({ name: `${length} letters`, key: 'a'.repeat(length) })),
    { name: `${most + 1} hyphens`, key: '-'.repeat(most + 1) },
    { name: 'a newline at the end', key: 'ab\n' },
    { name: 'a newline at the start', key: '\nab' },
    { name: 'nothing but a newline', key: '\n' },
    ...[most - 1, most].map((length) => ({
      name: `a newline after ${length} letters`,
      key: `${'a'.repeat(length)}\n`,
    })),
    { name: 'a carriage return and a newline at the end', key: 'ab\r\n' },
    { name: 'a slash at the start', key: '/ab' },
    { name: 'a slash at the end', key: 'ab/' },
    { name: 'nothing but a slash', key: '/' },
    { name: `a slash among ${most} characters`, key: `${'a'.repeat(half)}/${'b'.repeat(most - 1 - half)}` },
    { name: `a slash at the end of ${most} characters`, key: `${'a'.repeat(most - 1)}/` },
    { name: 'an emoji at the start', key: '\u{1F600}ab' },
    { name: 'an emoji at the end', key: 'ab\u{1F600}' },
    { name: 'nothing but an emoji', key: '\u{1F600}' },
    { name: 'nothing but ideographs', key: '\u6F22\u5B57' },
    { name: 'nothing but a letter with an accent', key: '\u00E9' },
    { name: 'a NUL at the end', key: 'ab\u0000' },
    { name: 'a tab at the start', key: '\tab' },
    { name: 'a no-break space at the end', key: 'ab\u00A0' },
    { name: 'a zero-width space at the end', key: 'ab\u200B' },
    { name: 'a letter and a combining accent', key: 'e\u0301' },
    { name: 'a percent escape', key: 'a%41' },
    { name: 'markup', key: '<b>' },
    ...[...asciiOutsideKeys, ...unicodeOutsideKeys, ...controlCharacters, ...noncharacters].map(
      ({ name, character }) => ({ name, key: `a${character}b` }),
    ),
  ];
}
