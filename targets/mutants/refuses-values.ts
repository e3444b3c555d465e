import type { Behaviour } from '../embedded/behaviour';
import { compliant } from '../embedded/compliant';
import { badRequest } from '../embedded/http';

/** Refuses some legal values too. */
export function refusesValues(isRefused: (value: string) => boolean): Behaviour['checkValue'] {
  return (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (isRefused(String(value))) throw badRequest(`the value of ${key} is none`);
  };
}
