import type { Behaviour } from '../reference/behaviour';
import { faithful } from '../reference/faithful';
import { badRequest } from '../reference/fault';

/** Refuses some legal values too. */
export function refusesValues(isRefused: (value: string) => boolean): Behaviour['checkValue'] {
  return (value, key, context) => {
    faithful.checkValue(value, key, context);
    if (isRefused(String(value))) throw badRequest(`the value of ${key} is none`);
  };
}
