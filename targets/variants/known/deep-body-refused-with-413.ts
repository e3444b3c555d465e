import { compliant } from '../../embedded/compliant';
import { HttpError } from '../../embedded/http';
import { variant } from '../variant';

/** Refuses what is nested too deep with 413 (BODY-11). */
export default variant('deep-body-refused-with-413', {
  checkShape: (body, context) => {
    if (JSON.stringify(body).includes('['.repeat(100))) throw new HttpError(413, 'nested too deep');
    return compliant.checkShape(body, context);
  },
});
