import fc, { Arbitrary, type Random, Stream, Value } from 'fast-check';
import { excessiveLengths } from './cases/lengths';
import { smallerTexts } from './shrinking';

/** The minimum and maximum length of a text, in code points. */
export interface Lengths {
  readonly min: number;
  readonly max: number;
}

/**
 * Texts of these lengths: half of them short, a third at the two lowest or the two highest lengths. fast-check alone
 * rarely draws more than ten characters. `character` draws one code point.
 */
export function texts(character: Arbitrary<string>, lengths: Lengths): Arbitrary<string> {
  return new Texts(character, lengths);
}

class Texts extends Arbitrary<string> {
  private readonly drawn: Arbitrary<string>;

  constructor(
    private readonly character: Arbitrary<string>,
    private readonly lengths: Lengths,
  ) {
    super();
    this.drawn = lengthsWithin(lengths)
      .chain((length) => fc.array(character, { minLength: length, maxLength: length }))
      .map((characters) => characters.join(''));
  }

  override generate(random: Random, bias: number | undefined): Value<string> {
    return new Value(this.drawn.generate(random, bias).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is string {
    return (
      typeof value === 'string' &&
      this.isWithinLengths(value) &&
      [...value].every((character) => this.character.canShrinkWithoutContext(character))
    );
  }

  override shrink(value: string): Stream<Value<string>> {
    const simpler = (character: string) => this.character.shrink(character, undefined).map(({ value }) => value);
    return new Stream(smallerTexts(value, simpler))
      .filter((text) => this.isWithinLengths(text))
      .map((text) => new Value(text, undefined));
  }

  private isWithinLengths(text: string): boolean {
    const { length } = [...text];
    return length >= this.lengths.min && length <= this.lengths.max;
  }
}

function lengthsWithin({ min, max }: Lengths): Arbitrary<number> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min, max: Math.min(min + 8, max) }) },
    { weight: 2, arbitrary: fc.constantFrom(min, min + 1, max - 1, max) },
    { weight: 1, arbitrary: fc.integer({ min, max }) },
  );
}

/** Texts of 1 to `length` code points with one odd character: first, last, alone or anywhere. */
export function textsWithOne(odd: Arbitrary<string>, others: Arbitrary<string>, length: number): Arbitrary<string> {
  const before = Math.floor((length - 1) / 2);
  const around = (max: number) => texts(others, { min: 0, max });
  return fc.tuple(around(before), odd, around(length - 1 - before)).map((parts) => parts.join(''));
}

/**
 * Texts of more code points than the limit, made of a few repeated characters. They shrink in a few steps to one
 * repeated character; texts of independent characters would need one step for each character.
 */
export function tooLongTexts(character: Arbitrary<string>, limit: number): Arbitrary<string> {
  const { next, second, longer, far } = excessiveLengths(limit);
  const lengths = fc.constantFrom(next, second, second + 1, longer, far);
  return fc
    .tuple(lengths, fc.array(character, { minLength: 1, maxLength: 8 }))
    .map(([length, cycle]) => Array.from({ length }, (_, place) => cycle[place % cycle.length]).join(''));
}

/** Letters first, the two characters that JSON escapes last: a value shrinks towards the first. */
const ascii = `${'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'} !#$%&'()*+,-./:;<=>?@[]^_\`{|}~"\\`;
const afterC1 = 0xa0;

/** One code point that every value may contain: no control, noncharacter or surrogate. Shrinks to `a`. */
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
