import { parseRoute } from '../../embedded/route';
import { mutant } from '../mutant';

/** Brings removed pairs back with the next change of one pair. The fault of rows that are marked as deleted, and saved again with the rest. */
export default mutant('removed-pairs-revived', {
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  handle: async (request, next, store) => {
    const answer = await next(request);
    const { resource, serverId = '' } = parseRoute(request.url) ?? {};
    const isSibling = resource === 'item' ? request.method === 'PUT' : request.method === 'POST';
    const server = answer.status < 300 && resource !== 'action' && isSibling ? store.servers.get(serverId) : undefined;
    if (server !== undefined) server.metadata = { ...(server.scratch.get('removed') ?? {}), ...server.metadata };
    return answer;
  },
  replace: (old, sent, { server }) => {
    const removed = Object.entries(old).filter(([key]) => !Object.hasOwn(sent, key));
    server.scratch.set('removed', Object.fromEntries(removed));
    return sent;
  },
});
