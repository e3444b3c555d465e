import fc, { type Arbitrary } from 'fast-check';
import type { Metadata } from '../contracts/metadata';
import { type Limits, plainMapSize } from '../contracts/profiles/profile';
import { type LimitOptions, limitsOf, maxPairsInBody } from './cases/limits';
import { keys } from './keys';
import { shrinkAs } from './shrinking';
import { values } from './values';

type Pairs = readonly (readonly [string, string])[];

export interface MapOptions extends LimitOptions {
  /** Default 20: well below the 40 pairs that every target must accept. The limits may lower it. */
  readonly maxPairs?: number;
}

/**
 * Valid maps of 0 to `maxPairs` pairs, often with similar keys. `__proto__` is an own member. They shrink to `{}`.
 */
export function maps({ maxPairs, ...within }: MapOptions = {}): Arbitrary<Metadata> {
  const limits = limitsOf(within);
  const { keyLength, valueLength } = limits;
  // A character of a key needs one byte, one of a value up to four.
  const most = maxPairs ?? Math.min(plainMapSize(limits), maxPairsInBody(keyLength + 4 * valueLength));
  return fc
    .tuple(pairsOf(most, limits), fc.constantFrom(unrelated, unrelated, withCaseTwin, withPrefix(keyLength)))
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

function unrelated(pairs: Pairs): Pairs {
  return pairs;
}

/** Replaces the second key by the first one in the other case, unless the map has that key. */
function withCaseTwin(pairs: Pairs): Pairs {
  const [first, second, ...rest] = pairs;
  if (!first || !second) return pairs;
  const twin = swapCase(first[0]);
  return [first, ...rest].some(([key]) => key === twin) ? pairs : [first, [twin, second[1]], ...rest];
}

function swapCase(text: string): string {
  const lower = text.toLowerCase();
  return text === lower ? text.toUpperCase() : lower;
}

/** Puts the first key before every key. Keys of clouds have such a prefix, for example `metering.`. */
function withPrefix(keyLength: number): (pairs: Pairs) => Pairs {
  return (pairs) => {
    const prefix = pairs[0]?.[0].slice(0, keyLength - 5) ?? '';
    return pairs.map(([, value], index) => [index === 0 ? prefix : `${prefix}.${index}`, value]);
  };
}

/** Numbers of pairs at and around which implementations have a limit or another algorithm. */
const notableSizes = [1, 2, 10, 20, 32, 40, 50, 64, 100, 127, 128, 129, 200, 255, 256, 257, 500, 512, 1_000, 1_024];

/** 0 to `max`, often one of these numbers or `max` itself. They shrink to 0. */
export function mapSizes(max: number): Arbitrary<number> {
  const any = fc.nat({ max });
  const named = [...notableSizes, max - 1, max].filter((size) => size >= 0 && size <= max);
  return shrinkAs(fc.oneof(any, fc.constantFrom(...named)), any);
}

/** Two maps, the second to replace the first: it removes, keeps, changes and adds pairs. */
export function successiveMaps({ maxPairs = 6, ...within }: MapOptions = {}): Arbitrary<readonly [Metadata, Metadata]> {
  const map = maps({ maxPairs, ...within });
  const fates = fc.array(fc.constantFrom<Fate>('goes', 'stays', 'changes'), {
    minLength: maxPairs,
    maxLength: maxPairs,
  });
  return fc.tuple(map, map, fates, values(within)).map(([before, added, fate, other]) => {
    const rest = Object.entries(before).flatMap(([key, value], place): [string, string][] => {
      if (fate[place] === 'goes') return [];
      return [[key, fate[place] === 'stays' ? value : other]];
    });
    return [before, Object.fromEntries([...rest, ...Object.entries(added).slice(0, maxPairs - rest.length)])];
  });
}

type Fate = 'goes' | 'stays' | 'changes';
