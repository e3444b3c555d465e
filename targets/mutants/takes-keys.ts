import type { Behaviour } from '../embedded/behaviour';
import { compliant } from '../embedded/compliant';

/** Takes some keys without looking at them further. */
export function takesKeys(isTaken: (key: string) => boolean): Behaviour['checkKey'] {
  return (key, context) => {
    if (!isTaken(key)) compliant.checkKey(key, context);
  };
}
