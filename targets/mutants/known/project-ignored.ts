import { unauthorized } from '../../reference/fault';
import { mutant } from '../mutant';

/** Does not look at the project in the URI. The fault of a variable of the route that nobody uses. */
export default mutant('project-ignored', {
  killedBy: ['ACCESS-05'],
  authorise: (request, _address, world) => {
    const project = world.tokens.get(request.headers['x-auth-token'] ?? '');
    if (project === undefined) throw unauthorized();
    return project;
  },
});
