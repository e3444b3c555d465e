import fc, { type Arbitrary } from 'fast-check';

export interface ArbitraryExpectations<T> {
  /** Returns true if the generator may draw this value, by a rule that does not use the generator. */
  readonly belongs: (value: T) => boolean;
  /** Kinds of values, by name. Each must occur among 1,000 values. */
  readonly classes: Readonly<Record<string, (value: T) => boolean>>;
  /** The size, which no shrinking step may increase. Default: the number of code points and members. */
  readonly size?: (value: T) => number;
}

const samples = 1_000;
const seed = 20_240_131;
/** Shrinking must end within this number of steps if every value fails. */
const maxShrinks = 300;
const walks = 10;

/** Tests that apply to every generator. */
export function describeArbitrary<T>(
  name: string,
  arbitrary: Arbitrary<T>,
  properties: ArbitraryExpectations<T>,
): void {
  const { belongs, classes, size = sizeOf } = properties;

  describe(name, () => {
    const drawn = fc.sample(arbitrary, { seed, numRuns: samples });

    it('draws the same values from the same seed', () => {
      expect(fc.sample(arbitrary, { seed, numRuns: 100 })).toEqual(drawn.slice(0, 100));
    });

    it('draws only expected values', () => {
      expect(drawn.find((value) => !belongs(value))).toBeUndefined();
    });

    it.each(Object.keys(classes))('draws %s', (title) => {
      expect(drawn.some((value) => classes[title]?.(value))).toBe(true);
    });

    // If every value fails, and if only some fail: the second visits other branches of the tree.
    it.each([1, 3])('shrinks to an end, never to a larger or an unexpected value, if 1 in %i fails', (oneIn) => {
      for (let walk = 0; walk < walks; walk += 1) {
        const { grown, strange, visits } = walkOfShrinks(arbitrary, seed + walk, oneIn, { belongs, size });
        expect({ grown: grown[0], strange: strange[0] }).toEqual({ grown: undefined, strange: undefined });
        if (oneIn === 1) expect(visits).toBeLessThan(maxShrinks);
      }
    });
  });
}

function walkOfShrinks<T>(
  arbitrary: Arbitrary<T>,
  walkSeed: number,
  oneIn: number,
  { belongs, size }: { belongs: (value: T) => boolean; size: (value: T) => number },
): { grown: [T, T][]; strange: T[]; visits: number } {
  const grown: [T, T][] = [];
  const strange: T[] = [];
  let visits = 0;
  let parent: { value: T } | undefined;
  const property = fc.property(fc.limitShrink(arbitrary, maxShrinks), (value) => {
    visits += 1;
    if (!belongs(value)) strange.push(value);
    if (parent !== undefined && size(value) > size(parent.value)) grown.push([parent.value, value]);
    const fails = visits % oneIn === 1 % oneIn;
    if (fails) parent = { value };
    return !fails;
  });
  fc.check(property, { seed: walkSeed, numRuns: 1 });
  return { grown, strange, visits };
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  if (Buffer.isBuffer(value)) return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce((sum, [key, member]) => sum + 1 + sizeOf(key) + sizeOf(member), 1);
}
