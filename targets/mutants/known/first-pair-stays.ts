import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Leaves the first pair of a refused request in the map. The fault of checking each pair just before it is written. */
export default mutant('first-pair-stays', {
  killedBy: ['ATOMIC-01'],
  checkPairs: (raw, context) => {
    for (const [place, [key, value]] of Object.entries(raw).entries()) {
      context.behaviour.checkKey(key, context);
      context.behaviour.checkValue(value, key, context);
      if (place === 0) context.server.scratch.set('first', { [key]: String(value) });
    }
    context.server.scratch.delete('first');
    return raw as Metadata;
  },
  errorResponse: (fault, request) => compliant.errorResponse(fault, request),
  replaceMetadata: async (context) => {
    try {
      return await compliant.replaceMetadata(context);
    } catch (refusal) {
      const first = context.server.scratch.get('first') as Metadata | undefined;
      context.server.scratch.delete('first');
      context.server.metadata = { ...context.server.metadata, ...first };
      throw refusal;
    }
  },
});
