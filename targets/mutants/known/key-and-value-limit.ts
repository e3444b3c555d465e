import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { mutant } from '../mutant';

/** Allows a key and its value 255 characters together. The fault of one column for both. */
export default mutant('key-and-value-limit', {
  killedBy: ['KEY-01', 'VALUE-01'],
  checkValue: (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (Array.from(key + String(value)).length > 255) throw badRequest('the pair is too long');
  },
});
