import type { Behaviour } from '../reference/behaviour';
import { faithful } from '../reference/faithful';

/** Takes some keys without looking at them further. */
export function takesKeys(isTaken: (key: string) => boolean): Behaviour['checkKey'] {
  return (key, context) => {
    if (!isTaken(key)) faithful.checkKey(key, context);
  };
}
