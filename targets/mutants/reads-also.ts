import type { Behaviour } from '../embedded/behaviour';
import { compliant } from '../embedded/compliant';

/** Gives a text that is not JSON to a more lenient reader, and refuses it if that one throws too. */
export function readsAlso(lenient: (text: string) => unknown): Behaviour['readBody'] {
  return (request) => {
    try {
      return compliant.readBody(request);
    } catch (refusal) {
      try {
        return lenient(request.body.toString('utf8'));
      } catch {
        throw refusal;
      }
    }
  };
}
