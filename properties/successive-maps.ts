import fc, { type Arbitrary } from 'fast-check';
import type { Metadata } from '../contracts/metadata';
import { type MetadataSize, metadata } from './metadata';
import { values } from './values';

/** Two maps, the second to replace the first: some keys go, some stay, some get another value, some are new. */
export function successiveMaps({
  maxPairs = 6,
  ...within
}: MetadataSize = {}): Arbitrary<readonly [Metadata, Metadata]> {
  const map = metadata({ maxPairs, ...within });
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
