import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Counts the old pairs with the new ones. The fault of a check shared with the merging POST. */
export default mutant('quota-counts-both', {
  killedBy: ['QUOTA-04'],
  checkQuota: (map, context) => compliant.checkQuota({ ...context.server.metadata, ...map }, context),
});
