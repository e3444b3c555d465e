import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { mutant } from '../mutant';

/** Counts UTF-16 units. The fault of `.length` in Java or JavaScript. */
export default mutant('value-utf16-limit', {
  killedBy: ['VALUE-05'],
  checkValue: (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (String(value).length > 255) throw badRequest('value too long');
  },
});
