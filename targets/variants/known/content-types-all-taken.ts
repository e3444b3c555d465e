import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Looks at no content type (BODY-14, BODY-15). */
export default variant('content-types-all-taken', {
  readBody: (request) => compliant.readBody({ ...request, headers: {} }),
});
