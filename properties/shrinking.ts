import { Arbitrary, type Random, type Stream, Value } from 'fast-check';

/**
 * Draws values from the first arbitrary and shrinks them by the second one. A weighted choice shrinks only within its
 * branch, so a key of exactly 255 characters would never get shorter. The second must be able to shrink any value of
 * the first without its context.
 */
export function shrinkAs<T>(drawn: Arbitrary<T>, shrunk: Arbitrary<T>): Arbitrary<T> {
  return new ShrinkAs(drawn, shrunk);
}

class ShrinkAs<T> extends Arbitrary<T> {
  constructor(
    private readonly drawn: Arbitrary<T>,
    private readonly shrunk: Arbitrary<T>,
  ) {
    super();
  }

  override generate(random: Random, bias: number | undefined): Value<T> {
    return new Value(this.drawn.generate(random, bias).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.shrunk.canShrinkWithoutContext(value);
  }

  override shrink(value: T, context: unknown): Stream<Value<T>> {
    return this.shrunk.shrink(value, context);
  }
}

/**
 * Simpler texts to try instead of a failing one, the largest steps first: the empty text; only simplest characters; all
 * characters of one width made equal; the text without a part; one character simplified everywhere; a part simplified.
 *
 * fast-check would simplify each character on its own. That needs hundreds of thousands of requests for a value of 255
 * characters; this needs a thousand.
 */
export function* smallerTexts(text: string, simpler: (character: string) => Iterable<string>): Generator<string> {
  const characters = [...text];
  const tried = new Set([text]);
  for (const candidate of candidates(characters, simpler)) {
    const joined = candidate.join('');
    if (tried.has(joined)) continue;
    tried.add(joined);
    yield joined;
  }
}

function* candidates(
  characters: readonly string[],
  simpler: (character: string) => Iterable<string>,
): Generator<readonly string[]> {
  const simplest = (character: string) => {
    const [first = character] = simpler(character);
    return first;
  };
  yield [];
  yield characters.map(simplest);
  // The lowest code points of two, three and four bytes in UTF-8.
  for (const width of [0x80, 0x800, 0x10000]) {
    const wide = characters.filter((character) => codePoint(character) >= width);
    const least = wide.reduce((one, other) => (codePoint(other) < codePoint(one) ? other : one), wide[0] ?? '');
    yield characters.map((character) => (codePoint(character) >= width ? least : character));
  }
  for (const [from, to] of parts(characters.length)) yield characters.toSpliced(from, to - from);
  for (const odd of new Set(characters)) {
    for (const plain of simpler(odd)) yield characters.map((character) => (character === odd ? plain : character));
  }
  for (const [from, to] of parts(characters.length)) {
    yield characters.map((character, place) => (place >= from && place < to ? simplest(character) : character));
  }
}

/** The whole range, its halves, their halves, and so on, down to each single index. */
function* parts(length: number): Generator<readonly [number, number]> {
  for (let size = length; size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < length; from += size) yield [from, Math.min(from + size, length)];
  }
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
