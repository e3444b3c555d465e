import type { Metadata } from '../../../contracts/metadata';
import { mutant } from '../mutant';

/** Stores the good pairs before it refuses the bad one. The fault of a row written a pair, without a transaction. */
export default mutant('partial-apply', {
  killedBy: ['ATOMIC-01', 'ATOMIC-02', 'ATOMIC-05'],
  checkPairs: (raw, context) => {
    for (const [key, value] of Object.entries(raw)) {
      context.behaviour.checkKey(key, context);
      context.behaviour.checkValue(value, key, context);
      context.server.metadata = { ...context.server.metadata, [key]: String(value) };
    }
    return raw as Metadata;
  },
});
