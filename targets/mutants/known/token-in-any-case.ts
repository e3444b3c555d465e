import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Knows a token in the other case too. The fault of a collation that folds case. */
export default mutant('token-in-any-case', {
  killedBy: ['ACCESS-02'],
  authorise: (request, address, store) => {
    const sent = request.headers['x-auth-token']?.toLowerCase();
    const known = [...store.tokens.keys()].find((token) => token.toLowerCase() === sent);
    const headers = known === undefined ? request.headers : { ...request.headers, 'x-auth-token': known };
    return compliant.authorise({ ...request, headers }, address, store);
  },
});
