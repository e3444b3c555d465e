import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Fails over a key that is too long with 500. The fault of leaving the limit to the database. */
export default mutant('long-key-fails', {
  killedBy: ['KEY-04'],
  checkKey: (key, context) => {
    if (key.length > 255) throw new RangeError('Data too long for column');
    compliant.checkKey(key, context);
  },
});
