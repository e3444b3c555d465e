import { compliant } from '../../embedded/compliant';
import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Removes the keys that a refused request names. The fault of a deletion and an insertion that are two transactions. */
export default mutant('refused-pairs-remove-their-keys', {
  killedBy: ['ATOMIC-01'],
  checkPairs: (raw, context) => {
    try {
      return compliant.checkPairs(raw, context);
    } catch (refusal) {
      context.server.metadata = eachPair(context.server.metadata, (key, value) =>
        Object.hasOwn(raw, key) ? undefined : [key, value],
      );
      throw refusal;
    }
  },
});
