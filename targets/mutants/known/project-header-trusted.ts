import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes the project from a header of the caller, where there is one. The fault of a gateway that passes it on. */
export default mutant('project-header-trusted', {
  killedBy: ['ACCESS-05'],
  authorise: (request, address, store) => {
    const named = request.headers['x-auth-token'] === undefined ? undefined : request.headers['x-project-id'];
    return named === address.projectId ? named : compliant.authorise(request, address, store);
  },
});
