import { unauthorized } from '../../embedded/http';
import { mutant } from '../mutant';

/** Does not look at the project in the URI. The fault of a variable of the route that nobody uses. */
export default mutant('project-ignored', {
  killedBy: ['ACCESS-05'],
  authorise: (request, _address, store) => {
    const project = store.tokens.get(request.headers['x-auth-token'] ?? '');
    if (project === undefined) throw unauthorized();
    return project;
  },
});
