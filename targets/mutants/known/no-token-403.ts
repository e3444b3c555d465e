import { compliant } from '../../embedded/compliant';
import { forbidden } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses a request without a token with 403. The fault of rules that run before the caller is known. */
export default mutant('no-token-403', {
  killedBy: ['ACCESS-01'],
  authorise: (request, address, store) => {
    if (request.headers['x-auth-token'] === undefined) throw forbidden('no token');
    return compliant.authorise(request, address, store);
  },
});
