import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Fails over a value that is no text with 500. The fault of `value.trim()` on whatever comes. */
export default mutant('wrong-type-fails', {
  killedBy: ['ANSWER-06', 'VALUE-09'],
  checkValue: (value, key, context) => {
    if (typeof value !== 'string') throw new TypeError('value.trim is not a function');
    compliant.checkValue(value, key, context);
  },
});
