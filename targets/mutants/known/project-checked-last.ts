import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Looks at the project in the URI when the map is stored already. The fault of a check that runs on the way out. */
export default mutant('project-checked-last', {
  killedBy: ['ATOMIC-04'],
  authorise: (request, address, store) => {
    try {
      return compliant.authorise(request, address, store);
    } catch (refusal) {
      const server = store.servers.get(address.serverId);
      const isKnown = store.tokens.has(request.headers['x-auth-token'] ?? '');
      if (isKnown && server !== undefined && request.method === 'PUT')
        server.metadata = JSON.parse(request.body.toString()).metadata;
      throw refusal;
    }
  },
});
