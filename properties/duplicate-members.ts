import fc, { type Arbitrary } from 'fast-check';
import type { Metadata } from '../contracts/metadata';
import { keys } from './keys';
import { metadata } from './metadata';
import { values } from './values';
import type { Within } from './within';

export interface DuplicateMember {
  /** The text to send as it is: one key of the map stands twice, with two values. */
  readonly body: string;
  /** What is stored where the first one wins. */
  readonly first: Metadata;
  /** What is stored where the last one wins. */
  readonly last: Metadata;
}

/** Bodies with the same key twice. An open question: RFC 8259, 4, calls the outcome unpredictable. */
export function duplicateMembers(within: Within = {}): Arbitrary<DuplicateMember> {
  const twoValues = fc.uniqueArray(values(within), { minLength: 2, maxLength: 2 });
  return fc
    .tuple(keys(within), twoValues, metadata({ maxPairs: 3, ...within }), fc.nat({ max: 3 }))
    .map(([key, [one = '', two = ''], map, between]) => {
      const others = Object.entries(map).filter(([other]) => other !== key);
      const members: [string, string][] = [
        [key, one],
        ...others.slice(0, between),
        [key, two],
        ...others.slice(between),
      ];
      const text = members.map((pair) => pair.map((part) => JSON.stringify(part)).join(':')).join(',');
      return {
        body: `{"metadata":{${text}}}`,
        first: Object.fromEntries([...others, [key, one]]),
        last: Object.fromEntries([...others, [key, two]]),
      };
    });
}
