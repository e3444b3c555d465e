import { Arbitrary, type Random, type Stream, Value } from 'fast-check';

/**
 * Draws from the one and shrinks by the other. A weighted choice shrinks within the branch it took: a key of exactly
 * 255 characters would never get shorter. The second must be able to shrink any value of the first without having
 * made it.
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
