import type { Behaviour } from '../embedded/behaviour';
import { compliant } from '../embedded/compliant';

/** Converts every value before it is checked. */
export function convertsValues(convert: (value: unknown) => unknown): Behaviour['checkPairs'] {
  return (raw, context) => {
    const converted = Object.entries(raw).map(([key, value]) => [key, convert(value)]);
    return compliant.checkPairs(Object.fromEntries(converted), context);
  };
}
