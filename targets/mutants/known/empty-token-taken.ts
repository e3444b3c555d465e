import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes a request whose token is empty. The fault of asking whether the header is there, and then whether the token is wrong if there is one. */
export default mutant('empty-token-taken', {
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) =>
    request.headers['x-auth-token'] === '' ? address.projectId : compliant.authorise(request, address, store),
});
