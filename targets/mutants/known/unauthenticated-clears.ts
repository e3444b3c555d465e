import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Clears the map when a request has no valid token. The fault of a deletion in a filter that runs before the one for tokens. */
export default mutant('unauthenticated-clears', {
  killedBy: ['ATOMIC-04'],
  authorise: (request, address, store) => {
    try {
      return compliant.authorise(request, address, store);
    } catch (refusal) {
      const server = store.servers.get(address.serverId);
      const isUnknown = !store.tokens.has(request.headers['x-auth-token'] ?? '');
      if (isUnknown && server !== undefined && request.method === 'PUT') server.metadata = {};
      throw refusal;
    }
  },
});
