import fc, { type Arbitrary } from 'fast-check';
import { scripts } from './characters';
import { legalValues } from './partitions';
import { plainCharacters } from './plain-characters';
import { shrinkAs } from './shrink-as';
import { texts } from './texts';
import { limitsOf, type Within } from './within';

/** Text that comes in two forms, composed and decomposed; at most two code points each. */
const composed = ['\u00E9', 'e\u0301', '\u00C5', 'A\u030A', '\u212B', '\u00F1', 'n\u0303', '\uAC00', '\u1100\u1161'];

const spaces = fc.constantFrom('', ' ', '  ', '\u00A0', '\u3000');

/**
 * Values that must be taken and given back unchanged, of many scripts. Control characters, noncharacters and lone
 * surrogates are not among them, see `controlValues` and `loneSurrogateValues`. They shrink to the empty text.
 */
export function values(within: Within = {}): Arbitrary<string> {
  const limits = limitsOf(within);
  // In code points (page, Table 3, value: "Unicode characters"): 255 may be 510 UTF-16 units and 1,020 bytes.
  const lengths = { min: 0, max: limits.valueLength };
  const written = (...ranges: readonly Range[]) => texts(fc.oneof(...ranges.map(drawnFrom)), lengths);
  const { ascii, latin, ideographs, hebrew, arabic, combining, emoji, astralIdeographs } = scripts;
  return shrinkAs(
    fc.oneof(
      { weight: 3, arbitrary: written(ascii) },
      { weight: 1, arbitrary: written(latin) },
      { weight: 1, arbitrary: written(ideographs) },
      { weight: 2, arbitrary: written(emoji, astralIdeographs) },
      { weight: 1, arbitrary: written(ascii, combining) },
      { weight: 1, arbitrary: written(ascii, hebrew, arabic) },
      { weight: 1, arbitrary: texts(fc.constantFrom(...composed), { min: 1, max: lengths.max >> 1 }) },
      {
        weight: 1,
        arbitrary: fc.tuple(spaces, texts(drawnFrom(ascii), { min: 0, max: lengths.max - 4 }), spaces).map(join),
      },
      { weight: 2, arbitrary: texts(plainCharacters(), lengths) },
      { weight: 4, arbitrary: fc.constantFrom(...legalValues(within).map(({ value }) => value)) },
    ),
    texts(plainCharacters(), lengths),
  );
}

type Range = readonly [first: number, last: number];

function drawnFrom([min, max]: Range): Arbitrary<string> {
  return fc.integer({ min, max }).map((codePoint) => String.fromCodePoint(codePoint));
}

function join(parts: readonly string[]): string {
  return parts.join('');
}
