import { compliant } from '../../embedded/compliant';
import { conflict } from '../../embedded/http';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Does not show the metadata of a server in error. The fault of a guard that is set before reads too. */
export default mutant('nova-metadata-hidden-in-error', {
  ...asNova,
  killedBy: ['STATE-15'],
  handle: async (request, next, store) => {
    const [, , , , id = '', resource] = request.url.split('/');
    const server = store.servers.get(id);
    if (request.method === 'GET' && resource === 'metadata' && server?.vmState === 'error') {
      return compliant.errorResponse(conflict('the server is in error'), request);
    }
    return next(request);
  },
});
