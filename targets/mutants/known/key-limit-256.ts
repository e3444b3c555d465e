import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes keys of 256 characters. The fault of `<=` on the size of a column. */
export default mutant('key-limit-256', {
  killedBy: ['KEY-04'],
  checkKey: (key, context) => {
    if (key.length !== 256) compliant.checkKey(key, context);
  },
});
