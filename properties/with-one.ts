import fc, { type Arbitrary } from 'fast-check';
import { texts } from './texts';

/** Text of 1 to 255 code points with one odd character among the others: first, last, alone or anywhere. */
export function withOne(odd: Arbitrary<string>, others: Arbitrary<string>): Arbitrary<string> {
  const around = texts(others, { min: 0, max: 127 });
  return fc.tuple(around, odd, around).map((parts) => parts.join(''));
}
