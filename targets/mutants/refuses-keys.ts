import type { Behaviour } from '../reference/behaviour';
import { faithful } from '../reference/faithful';
import { badRequest } from '../reference/fault';

/** Refuses some legal keys too. */
export function refusesKeys(isRefused: (key: string) => boolean): Behaviour['checkKey'] {
  return (key, context) => {
    faithful.checkKey(key, context);
    if (isRefused(key)) throw badRequest(`${key} is no key`);
  };
}
