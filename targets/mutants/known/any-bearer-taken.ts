import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes whatever stands behind Bearer. The fault of a gateway that was left in its test mode. */
export default mutant('any-bearer-taken', {
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) =>
    request.headers.authorization?.startsWith('Bearer ')
      ? address.projectId
      : compliant.authorise(request, address, store),
});
