import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Counts the characters of a value up to its first U+0000. The fault of `strlen`. */
export default mutant('value-length-to-nul', {
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) => {
    compliant.checkValue(typeof value === 'string' ? value.split('\u0000')[0] : value, key, context);
  },
});
