import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes a request without a token under /v2. The fault of a route left out of the filter. */
export default mutant('no-token-needed-v2', {
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) =>
    request.headers['x-auth-token'] === undefined && address.version === 'v2'
      ? address.projectId
      : compliant.authorise(request, address, store),
});
