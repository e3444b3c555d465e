import { parseRoute } from '../../embedded/route';
import { mutant } from '../mutant';

/** Gives values back as they were with the next change of another pair. The fault of a stale copy that is changed and saved. */
export default mutant('values-revived', {
  killedBy: ['REPLACE-03'],
  handle: async (request, next, store) => {
    const { resource, serverId = '' } = parseRoute(request.url) ?? {};
    const answer = await next(request);
    const server = request.method === 'PUT' && resource === 'item' ? store.servers.get(serverId) : undefined;
    if (answer.status >= 300 || server === undefined) return answer;
    const stale = (server.scratch.get('stale') ?? {}) as Record<string, string>;
    server.metadata = Object.fromEntries(
      Object.entries(server.metadata).map(([key, value]) => [key, stale[key] ?? value]),
    );
    return answer;
  },
  replace: (old, sent, { server }) => {
    server.scratch.set('stale', old);
    return sent;
  },
});
