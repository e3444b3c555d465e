import { asciiOutsideKeys, controlCharacters, noncharacters, unicodeOutsideKeys } from '../characters';
import type { KeyPartition } from './legal-keys';

/**
 * Keys that must be refused: every printable ASCII character outside the set (SPACE aside), its look-alikes, controls,
 * and the lengths beyond the limits. One thing is wrong with each, but for the newline after 255 letters: where `$`
 * matches before a final newline, that key passes the rule and fails only later.
 */
export const illegalKeys: readonly KeyPartition[] = [
  { name: 'an empty key', key: '' },
  { name: '256 letters', key: 'a'.repeat(256) },
  { name: '257 letters', key: 'a'.repeat(257) },
  { name: '300 letters', key: 'a'.repeat(300) },
  { name: '1,000 letters', key: 'a'.repeat(1_000) },
  { name: '256 hyphens', key: '-'.repeat(256) },
  { name: 'a newline at the end', key: 'ab\n' },
  { name: 'a newline at the start', key: '\nab' },
  { name: 'nothing but a newline', key: '\n' },
  { name: 'a newline after 254 letters', key: `${'a'.repeat(254)}\n` },
  { name: 'a newline after 255 letters', key: `${'a'.repeat(255)}\n` },
  { name: 'a carriage return and a newline at the end', key: 'ab\r\n' },
  { name: 'a slash at the start', key: '/ab' },
  { name: 'a slash at the end', key: 'ab/' },
  { name: 'nothing but a slash', key: '/' },
  { name: 'a slash among 255 characters', key: `${'a'.repeat(127)}/${'b'.repeat(127)}` },
  { name: 'a slash at the end of 255 characters', key: `${'a'.repeat(254)}/` },
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
