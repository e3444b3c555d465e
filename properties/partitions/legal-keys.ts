import { keyCharacters, keyPunctuation } from '../characters';
import { specialNames } from '../special-names';

export interface KeyPartition {
  readonly name: string;
  readonly key: string;
}

const wholeSet = keyCharacters.join('');

/** Keys that must be taken. */
export const legalKeys: readonly KeyPartition[] = [
  { name: '1 letter', key: 'a' },
  { name: '1 capital', key: 'Z' },
  { name: '1 digit', key: '7' },
  { name: '2 letters', key: 'ab' },
  { name: '254 letters', key: 'a'.repeat(254) },
  { name: '255 letters', key: 'a'.repeat(255) },
  { name: '255 capitals', key: 'Z'.repeat(255) },
  { name: '255 digits', key: '7'.repeat(255) },
  { name: '255 hyphens', key: '-'.repeat(255) },
  { name: '255 characters of every kind', key: wholeSet.repeat(4).slice(0, 255) },
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
  { name: 'a name with dots, as clouds use them', key: 'metering.resourcetype' },
  { name: 'a time', key: '2024-01-31T12:00:00.000Z' },
  { name: 'an address', key: 'fe80::1' },
  ...specialNames.map((key) => ({ name: `the name ${key}`, key })),
];
