import { unauthorized } from '../../embedded/http';
import { mutant } from '../mutant';

/** Believes the project in the URI. The fault of taking the path for the caller’s identity. */
export default mutant('project-of-uri', {
  killedBy: ['ACCESS-05'],
  authorise: (request, address, store) => {
    if (!store.tokens.has(request.headers['x-auth-token'] ?? '')) throw unauthorized();
    return address.projectId;
  },
});
