import type { Metadata } from '../../contracts/metadata';

/** The map with every pair changed; a pair for which `change` gives nothing is lost. */
export function eachPair(
  map: Metadata,
  change: (key: string, value: string) => readonly [key: string, value: string] | undefined,
): Metadata {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) => {
      const changed = change(key, value);
      return changed === undefined ? [] : [changed];
    }),
  );
}
