import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Refuses a second top-level member under /v2 too (BODY-07). */
export default variant('extra-member-refused', {
  checkShape: (body, context) => compliant.checkShape(body, { ...context, version: 'v2.1' }),
});
