import type { OutgoingResponse } from '../../embedded/http';
import { parseRoute } from '../../embedded/route';
import { mutant } from '../mutant';

/** Goes on showing single pairs as they were when first asked for, until they are changed alone. The fault of a cache that a replace does not clear. */
export default mutant('item-view-stale', () => {
  const cache = new Map<string, OutgoingResponse>();
  return {
    killedBy: ['REPLACE-02', 'REPLACE-03'],
    handle: async (request, next) => {
      const { resource, serverId, key } = parseRoute(request.url) ?? {};
      if (resource !== 'item') return next(request);
      const entry = `${serverId}/${key}`;
      const cached = request.method === 'GET' ? cache.get(entry) : undefined;
      if (cached !== undefined) return cached;
      const answer = await next(request);
      if (request.method === 'GET' && answer.status === 200) cache.set(entry, answer);
      else cache.delete(entry);
      return answer;
    },
  };
});
