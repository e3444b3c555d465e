import { faithful } from '../../reference/faithful';
import { forbidden } from '../../reference/fault';
import { mutant } from '../mutant';

/** Refuses a request without a token with 403. The fault of rules that run before the caller is known. */
export default mutant('no-token-403', {
  killedBy: ['ACCESS-01'],
  authorise: (request, address, world) => {
    if (request.headers['x-auth-token'] === undefined) throw forbidden('no token');
    return faithful.authorise(request, address, world);
  },
});
