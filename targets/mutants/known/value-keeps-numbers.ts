import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Stores a number as a number. The fault of a JSON column without a schema. */
export default mutant('value-keeps-numbers', {
  killedBy: ['VALUE-09'],
  checkValue: (value, key, context) => {
    if (typeof value !== 'number') compliant.checkValue(value, key, context);
  },
});
