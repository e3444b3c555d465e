import { compliant } from '../../embedded/compliant';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Holds /v2 to the schema of /v2.1, which knows no second member. The fault of one validator for both versions. */
export default mutant('nova-extra-member-refused-by-v2', {
  ...asNova,
  killedBy: ['BODY-07'],
  checkShape: (body, context) => compliant.checkShape(body, { ...context, version: 'v2.1' }),
});
