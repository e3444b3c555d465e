import { asciiOutsideKeys, controlCharacters, noncharacters, unicodeOutsideKeys } from '../characters';
import { excessiveLengths } from '../lengths';
import { limitsOf, type Within } from '../within';
import type { KeyPartition } from './legal-keys';

/**
 * Keys that must be refused: every printable ASCII character outside the set (SPACE aside), its look-alikes, controls,
 * and the lengths beyond the limit. One thing is wrong with each, but for the newline after as many letters as may be:
 * where `$` matches before a final newline, that key passes the rule and fails only later.
 */
export function illegalKeys(within: Within = {}): readonly KeyPartition[] {
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
