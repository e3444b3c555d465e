import fc, { type Arbitrary } from 'fast-check';
import type { Metadata } from '../contracts/metadata';
import { ordinaryPairs } from '../contracts/ordinary-pairs';
import type { Limits } from '../contracts/profile';
import { keys } from './keys';
import { pairsInBody } from './pairs-in-body';
import { shrinkAs } from './shrink-as';
import { values } from './values';
import { limitsOf, type Within } from './within';

type Pairs = readonly (readonly [string, string])[];

export interface MetadataSize extends Within {
  /** 20 where not given: well below the 40 pairs that every target must take. Fewer where the limits ask for it. */
  readonly maxPairs?: number;
}

/**
 * Legal maps of 0 to `maxPairs` pairs, often with keys that are easily taken for one another. `__proto__` is an own
 * member. They shrink to `{}`.
 */
export function metadata({ maxPairs, ...within }: MetadataSize = {}): Arbitrary<Metadata> {
  const limits = limitsOf(within);
  const { keyLength, valueLength } = limits;
  // A character of a key is a byte, one of a value up to four.
  const most = maxPairs ?? Math.min(ordinaryPairs(limits), pairsInBody(keyLength + 4 * valueLength));
  return fc
    .tuple(pairsOf(most, limits), fc.constantFrom(asDrawn, asDrawn, withTwin, withPrefix(keyLength)))
    .map(([pairs, related]) => Object.fromEntries(related(pairs)));
}

function pairsOf(maxPairs: number, limits: Limits): Arbitrary<Pairs> {
  const ofSize = (minLength: number, maxLength: number) =>
    fc.uniqueArray(fc.tuple(keys({ limits }), values({ limits })), {
      minLength,
      maxLength,
      selector: ([key]) => key,
      size: 'max',
    });
  const anySize = ofSize(0, maxPairs);
  const exact = [0, 1, 2, maxPairs].filter((size) => size <= maxPairs).map((size) => ofSize(size, size));
  return shrinkAs<Pairs>(fc.oneof({ weight: 2, arbitrary: anySize }, ...exact), anySize);
}

function asDrawn(pairs: Pairs): Pairs {
  return pairs;
}

/** The second key becomes the first in the other case, unless that is a key already. */
function withTwin(pairs: Pairs): Pairs {
  const [first, second, ...rest] = pairs;
  if (!first || !second) return pairs;
  const twin = swapCase(first[0]);
  return [first, ...rest].some(([key]) => key === twin) ? pairs : [first, [twin, second[1]], ...rest];
}

function swapCase(text: string): string {
  const lower = text.toLowerCase();
  return text === lower ? text.toUpperCase() : lower;
}

/** Every key begins with the first one, as those of a cloud begin with `metering.`. */
function withPrefix(keyLength: number): (pairs: Pairs) => Pairs {
  return (pairs) => {
    const prefix = pairs[0]?.[0].slice(0, keyLength - 5) ?? '';
    return pairs.map(([, value], index) => [index === 0 ? prefix : `${prefix}.${index}`, value]);
  };
}
