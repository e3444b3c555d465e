import type { Behaviour } from '../embedded/behaviour';
import { eachPair } from './each-pair';

/** Stores every value as `change` makes it. */
export function altersValues(change: (value: string) => string): Behaviour['replace'] {
  return (_old, sent) => eachPair(sent, (key, value) => [key, change(value)]);
}
