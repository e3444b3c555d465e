import fc, { type Arbitrary } from 'fast-check';
import { scripts } from './characters';
import { legalValues } from './partitions';
import { plainCharacters } from './plain-characters';
import { shrinkAs } from './shrink-as';
import { texts } from './texts';

/** In code points (page, Table 3, value: "Unicode characters"): 255 may be 510 UTF-16 units and 1,020 bytes. */
const lengths = { min: 0, max: 255 };

/** Text that comes in two forms, composed and decomposed; at most two code points each. */
const composed = ['\u00E9', 'e\u0301', '\u00C5', 'A\u030A', '\u212B', '\u00F1', 'n\u0303', '\uAC00', '\u1100\u1161'];

const spaces = fc.constantFrom('', ' ', '  ', '\u00A0', '\u3000');

/**
 * Values that must be taken and given back unchanged, of many scripts. Control characters, noncharacters and lone
 * surrogates are not among them, see `controlValues` and `loneSurrogateValues`. They shrink to the empty text.
 */
export function values(): Arbitrary<string> {
  const { ascii, latin, ideographs, hebrew, arabic, combining, emoji, astralIdeographs } = scripts;
  return shrinkAs(
    fc.oneof(
      { weight: 3, arbitrary: written(ascii) },
      { weight: 1, arbitrary: written(latin) },
      { weight: 1, arbitrary: written(ideographs) },
      { weight: 2, arbitrary: written(emoji, astralIdeographs) },
      { weight: 1, arbitrary: written(ascii, combining) },
      { weight: 1, arbitrary: written(ascii, hebrew, arabic) },
      { weight: 1, arbitrary: texts(fc.constantFrom(...composed), { min: 1, max: 127 }) },
      { weight: 1, arbitrary: fc.tuple(spaces, texts(within(ascii), { min: 0, max: 251 }), spaces).map(join) },
      { weight: 2, arbitrary: texts(plainCharacters(), lengths) },
      { weight: 4, arbitrary: fc.constantFrom(...legalValues.map(({ value }) => value)) },
    ),
    texts(plainCharacters(), lengths),
  );
}

function written(...ranges: readonly (readonly [number, number])[]): Arbitrary<string> {
  return texts(fc.oneof(...ranges.map(within)), lengths);
}

function within([min, max]: readonly [number, number]): Arbitrary<string> {
  return fc.integer({ min, max }).map((codePoint) => String.fromCodePoint(codePoint));
}

function join(parts: readonly string[]): string {
  return parts.join('');
}
