import type { Behaviour } from '../embedded/behaviour';
import { compliant } from '../embedded/compliant';
import { badRequest } from '../embedded/http';

/** Refuses some legal keys too. */
export function refusesKeys(isRefused: (key: string) => boolean): Behaviour['checkKey'] {
  return (key, context) => {
    compliant.checkKey(key, context);
    if (isRefused(key)) throw badRequest(`${key} is no key`);
  };
}
