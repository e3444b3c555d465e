import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses an empty map. The fault of `minProperties: 1` in a schema. */
export default mutant('empty-map-refused', {
  killedBy: ['REPLACE-04'],
  checkPairs: (raw, context) => {
    if (Object.keys(raw).length === 0) throw badRequest('metadata is empty');
    return compliant.checkPairs(raw, context);
  },
});
