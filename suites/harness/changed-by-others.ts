import { isDeepStrictEqual } from 'node:util';
import type { Metadata } from '../../contracts/metadata';

/**
 * Whether somebody else has changed the metadata of a server. This run has put one map there, and sent nothing since. A
 * target that has an old copy, or mixes both, shows new pairs once; who shows others time after time gets them from
 * somebody.
 *
 * @param seen one read after the other.
 */
export function isChangedByOthers(seen: readonly Metadata[], own: Metadata): boolean {
  const known = [own];
  for (const map of seen) {
    const isKnown = ([key, value]: [string, unknown]) =>
      known.some((each) => Object.hasOwn(each, key) && isDeepStrictEqual(each[key], value));
    if (!Object.entries(map).every(isKnown)) known.push(map);
  }
  return known.length > 2;
}
