import fc, { type Arbitrary, type JsonValue } from 'fast-check';
import { legalValues } from './cases';
import { controlCharacters, noncharacters, scripts } from './cases/characters';
import { type LimitOptions, limitsOf } from './cases/limits';
import { shrinkAs } from './shrinking';
import { plainCharacters, texts, textsWithOne, tooLongTexts } from './texts';

/** Texts with a composed and a decomposed form, at most two code points each. */
const composed = ['\u00E9', 'e\u0301', '\u00C5', 'A\u030A', '\u212B', '\u00F1', 'n\u0303', '\uAC00', '\u1100\u1161'];

const spaces = fc.constantFrom('', ' ', '  ', '\u00A0', '\u3000');

/**
 * Values of many scripts that the target must accept and return unchanged. Control characters, noncharacters and lone
 * surrogates are not among them, see `controlValues` and `loneSurrogateValues`. They shrink to the empty text.
 */
export function values(within: LimitOptions = {}): Arbitrary<string> {
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

/** Invalid values: texts with more code points than the limit, or JSON of another type. */
export function nearMissValues(within: LimitOptions = {}): Arbitrary<JsonValue> {
  const { valueLength } = limitsOf(within);
  return fc.oneof(
    { weight: 3, arbitrary: ofTooManyCharacters(valueLength) },
    { weight: 4, arbitrary: ofAnotherType(within) },
  );
}

function ofTooManyCharacters(limit: number): Arbitrary<string> {
  const uniform = ['a', '\u6F22', '\u{1F600}'].map((character) => tooLongTexts(fc.constant(character), limit));
  return fc.oneof(...uniform, tooLongTexts(plainCharacters(), limit));
}

function ofAnotherType(within: LimitOptions): Arbitrary<JsonValue> {
  const simple = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.constantFrom(0, 1, 1.5, 1e21));
  const inner: Arbitrary<JsonValue> = fc.oneof(simple, values(within));
  const list = fc.array(inner, { maxLength: 3 });
  const map = fc.dictionary(fc.constantFrom('a', 'b', 'key'), inner, { maxKeys: 3 });
  return fc.oneof(simple, list, map, fc.array(fc.oneof(list, map), { minLength: 1, maxLength: 2 }));
}

const controls = [...controlCharacters, ...noncharacters].map(({ character }) => character);

/** Values of a valid length with control characters or noncharacters. The contract only recommends to accept them. */
export function controlValues(within: LimitOptions = {}): Arbitrary<string> {
  const control = fc.constantFrom(...controls);
  const others = fc.oneof({ weight: 9, arbitrary: plainCharacters() }, { weight: 1, arbitrary: control });
  return textsWithOne(control, others, limitsOf(within).valueLength);
}

/** Values with half of a surrogate pair. JSON can escape it, but it is not a character. An open question. */
export function loneSurrogateValues(within: LimitOptions = {}): Arbitrary<string> {
  const surrogate = fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit));
  return textsWithOne(surrogate, plainCharacters(), limitsOf(within).valueLength);
}
