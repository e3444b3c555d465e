import type { Metadata } from '../../../contracts/metadata';
import { parseRoute } from '../../embedded/route';
import { mutant } from '../mutant';

/** Shows the value from before a replace once the pair is removed alone. The fault of layers of which the upper one is edited. */
export default mutant('value-revealed-by-removal', {
  killedBy: ['REPLACE-03'],
  handle: async (request, next, store) => {
    const { resource, serverId = '', key = '' } = parseRoute(request.url) ?? {};
    const answer = await next(request);
    const server = request.method === 'DELETE' && resource === 'item' ? store.servers.get(serverId) : undefined;
    const below = server?.scratch.get('below') as Metadata | undefined;
    const value = below !== undefined && Object.hasOwn(below, key) ? below[key] : undefined;
    if (answer.status < 300 && server !== undefined && value !== undefined) {
      server.metadata = { ...server.metadata, [key]: value };
    }
    return answer;
  },
  replace: (old, sent, { server }) => {
    const both = Object.entries(old).filter(([key]) => Object.hasOwn(sent, key));
    server.scratch.set('below', Object.fromEntries(both));
    return sent;
  },
});
