import { faithful } from '../../reference/faithful';
import { conflict } from '../../reference/fault';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Does not show the metadata of a server in error. The fault of a guard that is set before reads too. */
export default mutant('nova-metadata-hidden-in-error', {
  ...asNova,
  killedBy: ['STATE-15'],
  handle: async (request, next, world) => {
    const [, , , , id = '', resource] = request.url.split('/');
    const server = world.servers.get(id);
    if (request.method === 'GET' && resource === 'metadata' && server?.vmState === 'error') {
      return faithful.refuse(conflict('the server is in error'), request);
    }
    return next(request);
  },
});
