import fc, { type Arbitrary } from 'fast-check';
import { keyCharacters } from './characters';
import { texts } from './texts';
import { limitsOf, type Within } from './within';

/** A stray continuation, a cut sequence, an overlong one, a surrogate, one beyond U+10FFFF, Latin-1, and no UTF-8 ever. */
const sequences = [[0x80], [0xe2, 0x82], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe9], [0xff]];

/** Bodies that would hold a legal map, were the bytes of its value UTF-8. An open question of the contract. */
export function invalidUtf8Bodies(within: Within = {}): Arbitrary<Buffer> {
  // A target may take every byte of the sequence for a character.
  const most = Math.floor((limitsOf(within).valueLength - 4) / 2);
  const around = texts(fc.constantFrom(...keyCharacters), { min: 0, max: Math.min(100, most) });
  return fc
    .tuple(around, fc.constantFrom(...sequences), around)
    .map(([before, sequence, after]) =>
      Buffer.concat([Buffer.from(`{"metadata":{"a":"${before}`), Buffer.from(sequence), Buffer.from(`${after}"}}`)]),
    );
}
