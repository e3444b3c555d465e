import { compliant } from '../../embedded/compliant';
import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Counts no pairs whose value is empty. The fault of a store to which the empty text is NULL. */
export default mutant('quota-ignores-empty-values', {
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    const counted = eachPair(map, (key, value) => (value === '' ? undefined : [key, value]));
    compliant.checkQuota(counted, context);
  },
});
