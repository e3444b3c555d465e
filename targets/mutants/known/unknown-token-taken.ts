import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes any token. The fault of looking for the header alone. */
export default mutant('unknown-token-taken', {
  killedBy: ['ACCESS-02'],
  alsoBreaks: ['ACCESS-01'],
  authorise: (request, address, store) => {
    const token = request.headers['x-auth-token'];
    return token !== undefined && !store.tokens.has(token)
      ? address.projectId
      : compliant.authorise(request, address, store);
  },
});
