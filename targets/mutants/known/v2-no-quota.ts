import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Knows no quota under /v2. The fault of a check that was added to the newer handler. */
export default mutant('v2-no-quota', {
  killedBy: ['QUOTA-03'],
  checkQuota: (map, context) => {
    if (context.version === 'v2.1') compliant.checkQuota(map, context);
  },
});
