import { parseRoute } from '../../embedded/route';
import { mutant } from '../mutant';

/** Does not bring back a pair that was removed alone. The fault of a row that is marked as deleted and then updated. */
export default mutant('item-removed-stays-gone', {
  killedBy: ['REPLACE-01'],
  handle: async (request, next, store) => {
    const answer = await next(request);
    const { resource, serverId = '', key = '' } = parseRoute(request.url) ?? {};
    const isGone = request.method === 'DELETE' && resource === 'item' && answer.status === 204;
    if (isGone) store.servers.get(serverId)?.scratch.set('gone', key);
    return answer;
  },
  replace: (_old, sent, { server }) =>
    Object.fromEntries(Object.entries(sent).filter(([key]) => key !== server.scratch.get('gone'))),
});
