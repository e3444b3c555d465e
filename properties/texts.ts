import fc, { Arbitrary, type Random, Stream, Value } from 'fast-check';
import { smallerTexts } from './smaller-texts';

/** The fewest and the most code points of a text. */
export interface Lengths {
  readonly min: number;
  readonly max: number;
}

/**
 * Text of these lengths, half of it short and a third at the two lengths of either end. fast-check alone rarely goes
 * beyond some ten characters. `character` makes one code point at a time.
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
