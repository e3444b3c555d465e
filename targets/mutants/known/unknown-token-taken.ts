import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Takes any token. The fault of looking for the header alone. */
export default mutant('unknown-token-taken', {
  killedBy: ['ACCESS-02'],
  alsoBreaks: ['ACCESS-01'],
  authorise: (request, address, world) => {
    const token = request.headers['x-auth-token'];
    return token !== undefined && !world.tokens.has(token)
      ? address.projectId
      : faithful.authorise(request, address, world);
  },
});
