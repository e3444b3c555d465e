import { keyCharacters, keyPunctuation } from '../characters';
import { filled, inPieces } from '../lengths';
import { specialNames } from '../special-names';
import { limitsOf, type Within } from '../within';

export interface KeyPartition {
  readonly name: string;
  readonly key: string;
}

const wholeSet = keyCharacters.join('');

/** Keys that must be taken. */
export function legalKeys(within: Within = {}): readonly KeyPartition[] {
  const { keyLength: most } = limitsOf(within);
  const all = [...lengths(most), ...characters.flatMap((entry) => parted(entry, most)), ...names(most)];
  // Parts of one may be what another begins with.
  return all.filter(({ key }, place) => all.findIndex((other) => other.key === key) === place);
}

function lengths(most: number): KeyPartition[] {
  return [
    { name: '1 letter', key: 'a' },
    { name: '2 letters', key: 'ab' },
    { name: `${most - 1} letters`, key: 'a'.repeat(most - 1) },
    { name: `${most} letters`, key: 'a'.repeat(most) },
    { name: `${most} capitals`, key: 'Z'.repeat(most) },
    { name: `${most} digits`, key: '7'.repeat(most) },
    { name: `${most} hyphens`, key: '-'.repeat(most) },
    { name: `${most} characters of every kind`, key: filled(`.${wholeSet}`, most) },
  ];
}

const characters: readonly KeyPartition[] = [
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

/** A key that is longer than the limit, as several that are not. */
function parted({ name, key }: KeyPartition, most: number): KeyPartition[] {
  return inPieces(key, most).map((part, place) => ({
    name: place === 0 ? name : `${name}, part ${place + 1}`,
    key: part,
  }));
}

function names(most: number): KeyPartition[] {
  return [
    { name: 'a name with dots, as clouds use them', key: 'metering.resourcetype' },
    { name: 'a time', key: '2024-01-31T12:00:00.000Z' },
    { name: 'an address', key: 'fe80::1' },
    ...specialNames.map((key) => ({ name: `the name ${key}`, key })),
  ].filter(({ key }) => key.length <= most);
}
