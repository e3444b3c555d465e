import fc, { type Arbitrary } from 'fast-check';

/** Letters before all else, the two that JSON escapes at the end: a value shrinks towards the first. */
const ascii = `${'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'} !#$%&'()*+,-./:;<=>?@[]^_\`{|}~"\\`;
const afterC1 = 0xa0;

/** One code point that every value may hold: no control, no noncharacter, no surrogate. Shrinks to `a`. */
export function plainCharacters(): Arbitrary<string> {
  return fc
    .integer({ min: 0, max: 0x10ffff - afterC1 + ascii.length })
    .map(characterAt, placeOf)
    .filter((character) => !/[\p{Surrogate}\p{Noncharacter_Code_Point}]/u.test(character));
}

function characterAt(place: number): string {
  return ascii[place] ?? String.fromCodePoint(place - ascii.length + afterC1);
}

function placeOf(character: unknown): number {
  const text = String(character);
  const place = ascii.indexOf(text);
  return place >= 0 ? place : (text.codePointAt(0) ?? 0) - afterC1 + ascii.length;
}
