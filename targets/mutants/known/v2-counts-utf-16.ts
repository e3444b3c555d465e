import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { mutant } from '../mutant';

/** Counts UTF-16 units under /v2. The fault of an older handler. */
export default mutant('v2-counts-utf-16', {
  killedBy: ['VALUE-05'],
  checkValue: (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (context.version === 'v2' && String(value).length > 255) throw badRequest('value too long');
  },
});
