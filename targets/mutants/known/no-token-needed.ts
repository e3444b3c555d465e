import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Takes a request without a token. */
export default mutant('no-token-needed', {
  killedBy: ['ACCESS-01'],
  authorise: (request, address, world) =>
    request.headers['x-auth-token'] === undefined ? address.projectId : faithful.authorise(request, address, world),
});
