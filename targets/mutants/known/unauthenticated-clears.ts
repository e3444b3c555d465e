import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Clears the map when a request has no valid token. The fault of a deletion in a filter that runs before the one for tokens. */
export default mutant('unauthenticated-clears', {
  killedBy: ['ATOMIC-04'],
  authorise: (request, address, world) => {
    try {
      return faithful.authorise(request, address, world);
    } catch (refusal) {
      const server = world.servers.get(address.serverId);
      const isUnknown = !world.tokens.has(request.headers['x-auth-token'] ?? '');
      if (isUnknown && server !== undefined && request.method === 'PUT') server.metadata = {};
      throw refusal;
    }
  },
});
