import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { variant } from '../variant';

/** Refuses half of a surrogate pair (VALUE-10). */
export default variant('lone-surrogate-refused', {
  checkValue: (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (/\p{Surrogate}/u.test(String(value))) throw badRequest('no Unicode text');
  },
});
