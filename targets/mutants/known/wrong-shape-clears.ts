import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Clears the map when `metadata` is no object. The fault of deleting first and reading then. */
export default mutant('wrong-shape-clears', {
  killedBy: ['ATOMIC-01'],
  checkShape: (body, context) => {
    try {
      return compliant.checkShape(body, context);
    } catch (refusal) {
      context.server.metadata = {};
      throw refusal;
    }
  },
});
