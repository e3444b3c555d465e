import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Counts keys that differ in case once. The fault of a count of distinct rows under a collation. */
export default mutant('quota-folds-case', {
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    compliant.checkQuota(Object.fromEntries(Object.keys(map).map((key) => [key.toLowerCase(), ''])), context);
  },
});
