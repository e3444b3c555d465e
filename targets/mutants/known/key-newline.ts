import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes a key that ends in a newline. The fault of `$` in a Python regular expression. */
export default mutant('key-newline', {
  killedBy: ['KEY-06'],
  checkKey: (key, context) => compliant.checkKey(key.replace(/\n$/, ''), context),
});
