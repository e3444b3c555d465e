import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Stores as many pairs as the quota allows before it refuses the rest. The fault of counting while writing. */
export default mutant('over-quota-fills', {
  killedBy: ['ATOMIC-05'],
  checkQuota: (map, context) => {
    try {
      faithful.checkQuota(map, context);
    } catch (refusal) {
      context.server.metadata = Object.fromEntries(Object.entries(map).slice(0, context.world.quota));
      throw refusal;
    }
  },
});
