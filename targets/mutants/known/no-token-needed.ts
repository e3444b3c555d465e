import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes a request without a token. */
export default mutant('no-token-needed', {
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) =>
    request.headers['x-auth-token'] === undefined ? address.projectId : compliant.authorise(request, address, store),
});
