import type { Behaviour } from '../embedded/behaviour';
import { eachPair } from './each-pair';

/** Stores every pair under the key that `change` makes of its own. */
export function altersKeys(change: (key: string) => string): Behaviour['replace'] {
  return (_old, sent) => eachPair(sent, (key, value) => [change(key), value]);
}
