import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Stores as many pairs as the quota allows before it refuses the rest. The fault of counting while writing. */
export default mutant('over-quota-fills', {
  killedBy: ['ATOMIC-05'],
  checkQuota: (map, context) => {
    try {
      compliant.checkQuota(map, context);
    } catch (refusal) {
      context.server.metadata = Object.fromEntries(Object.entries(map).slice(0, context.store.quota));
      throw refusal;
    }
  },
});
