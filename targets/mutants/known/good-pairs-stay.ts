import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Stores the good pairs of a request that it refuses for a bad one. The fault of one statement for each pair. */
export default mutant('good-pairs-stay', {
  killedBy: ['ATOMIC-01'],
  checkPairs: (raw, context) => {
    try {
      return compliant.checkPairs(raw, context);
    } catch (refusal) {
      const isGood = ([key, value]: [string, unknown]) =>
        /^[\w:.-]{1,255}$/.test(key) && typeof value === 'string' && value.length <= 255;
      Object.assign(context.server, { metadata: Object.fromEntries(Object.entries(raw).filter(isGood)) });
      throw refusal;
    }
  },
});
