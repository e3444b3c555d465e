import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Takes whatever stands behind Bearer. The fault of a gateway that was left in its test mode. */
export default mutant('any-bearer-taken', {
  killedBy: ['ACCESS-01'],
  authorise: (request, address, world) =>
    request.headers.authorization?.startsWith('Bearer ')
      ? address.projectId
      : faithful.authorise(request, address, world),
});
