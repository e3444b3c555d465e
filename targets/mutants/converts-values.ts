import type { Behaviour } from '../reference/behaviour';
import { faithful } from '../reference/faithful';

/** Converts every value before it is checked. */
export function convertsValues(convert: (value: unknown) => unknown): Behaviour['checkPairs'] {
  return (raw, context) => {
    const converted = Object.entries(raw).map(([key, value]) => [key, convert(value)]);
    return faithful.checkPairs(Object.fromEntries(converted), context);
  };
}
