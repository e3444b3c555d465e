import fc, { type Arbitrary } from 'fast-check';
import { texts } from './texts';

/** Text of 1 to `length` code points with one odd character among the others: first, last, alone or anywhere. */
export function withOne(odd: Arbitrary<string>, others: Arbitrary<string>, length: number): Arbitrary<string> {
  const before = Math.floor((length - 1) / 2);
  const around = (max: number) => texts(others, { min: 0, max });
  return fc.tuple(around(before), odd, around(length - 1 - before)).map((parts) => parts.join(''));
}
