import { parseRoute } from '../../embedded/route';
import { mutant } from '../mutant';

/** Keeps a pair that was set alone, by PUT of one item. The fault of items in a table of their own. */
export default mutant('item-set-alone-survives', {
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  handle: async (request, next, store) => {
    const answer = await next(request);
    const { resource, serverId = '', key = '' } = parseRoute(request.url) ?? {};
    const isSet = request.method === 'PUT' && resource === 'item' && answer.status === 200;
    if (isSet) store.servers.get(serverId)?.scratch.set('alone', key);
    return answer;
  },
  replace: (old, sent, { server }) => {
    const key = server.scratch.get('alone');
    const value = typeof key === 'string' && Object.hasOwn(old, key) ? old[key] : undefined;
    return typeof key === 'string' && value !== undefined ? { [key]: value, ...sent } : sent;
  },
});
