import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes values of 256 characters. The fault of `<=` on the size of a buffer. */
export default mutant('value-limit-256', {
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) => {
    if (typeof value !== 'string' || Array.from(value).length !== 256) compliant.checkValue(value, key, context);
  },
});
