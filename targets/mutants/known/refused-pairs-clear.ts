import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Clears the map when it refuses a pair. The fault of deleting first and checking then. */
export default mutant('refused-pairs-clear', {
  killedBy: ['ATOMIC-01'],
  checkPairs: (raw, context) => {
    try {
      return compliant.checkPairs(raw, context);
    } catch (refusal) {
      context.server.metadata = {};
      throw refusal;
    }
  },
});
