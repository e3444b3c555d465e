import fc, { type Arbitrary } from 'fast-check';
import { shrinkAs } from './shrink-as';

/** Numbers of pairs, at and around those where implementations keep a limit or change their ways. */
const notable = [1, 2, 10, 20, 32, 40, 50, 64, 100, 127, 128, 129, 200, 255, 256, 257, 500, 512, 1_000, 1_024];

/** 0 to `max`, often a notable one or `max` itself. They shrink to 0. */
export function mapSizes(max: number): Arbitrary<number> {
  const any = fc.nat({ max });
  const named = [...notable, max - 1, max].filter((size) => size >= 0 && size <= max);
  return shrinkAs(fc.oneof(any, fc.constantFrom(...named)), any);
}
