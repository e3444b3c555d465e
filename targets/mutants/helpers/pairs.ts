import type { Metadata } from '../../../contracts/metadata';
import type { Behaviour } from '../../embedded/behaviour';
import { compliant } from '../../embedded/compliant';

/** Changes every pair of a map; drops a pair if `change` returns nothing. */
export function mapPairs(
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

/** Stores every pair under a changed key. */
export function changeKeys(change: (key: string) => string): Behaviour['replace'] {
  return (_old, sent) => mapPairs(sent, (key, value) => [change(key), value]);
}

/** Stores every value changed. */
export function changeValues(change: (value: string) => string): Behaviour['replace'] {
  return (_old, sent) => mapPairs(sent, (key, value) => [key, change(value)]);
}

/** Converts every value before the check. */
export function convertValues(convert: (value: unknown) => unknown): Behaviour['checkPairs'] {
  return (raw, context) => {
    const converted = Object.entries(raw).map(([key, value]) => [key, convert(value)]);
    return compliant.checkPairs(Object.fromEntries(converted), context);
  };
}
