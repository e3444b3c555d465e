import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Compares half of the project. The fault of a column that is too short. */
export default mutant('project-compared-in-part', {
  killedBy: ['ACCESS-05'],
  authorise: (request, address, store) => {
    const project = store.tokens.get(request.headers['x-auth-token'] ?? '') ?? '';
    const isAlike = project !== '' && address.projectId.startsWith(project.slice(0, 16));
    return compliant.authorise(request, isAlike ? { ...address, projectId: project } : address, store);
  },
});
