import { compliant } from '../../embedded/compliant';
import { HttpError } from '../../embedded/http';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Refuses too many pairs with 413. The fault of a status from before Nova's second API. */
export default mutant('nova-quota-with-413', {
  ...asNova,
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    try {
      compliant.checkQuota(map, context);
    } catch {
      throw new HttpError(413, 'too many items');
    }
  },
});
