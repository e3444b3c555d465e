import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Compares a token as far as the known one goes. The fault of `strncmp`. */
export default mutant('token-compared-in-part', {
  killedBy: ['ACCESS-02'],
  authorise: (request, address, store) => {
    const sent = request.headers['x-auth-token'];
    const known = [...store.tokens.keys()].find((token) => sent?.startsWith(token));
    const headers = known === undefined ? request.headers : { ...request.headers, 'x-auth-token': known };
    return compliant.authorise({ ...request, headers }, address, store);
  },
});
