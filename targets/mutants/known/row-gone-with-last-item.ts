import { compliant } from '../../embedded/compliant';
import { parseRoute } from '../../embedded/route';
import { mutant } from '../mutant';

/** Drops the row of a server with the last pair that is removed alone, and writes the next map into no row. The fault of an UPDATE whose count nobody looks at. */
export default mutant('row-gone-with-last-item', {
  killedBy: ['REPLACE-01'],
  handle: async (request, next, store) => {
    const answer = await next(request);
    const { resource, serverId = '' } = parseRoute(request.url) ?? {};
    const server = store.servers.get(serverId);
    const isRemoval = request.method === 'DELETE' && resource === 'item' && answer.status < 300;
    if (isRemoval && server !== undefined && Object.keys(server.metadata).length === 0) {
      server.scratch.set('row gone', true);
    }
    return answer;
  },
  save: (map, context) => {
    const isGone = context.server.scratch.get('row gone') === true;
    context.server.scratch.delete('row gone');
    return compliant.save(isGone ? {} : map, context);
  },
  answer: (_stored, sent, context) => compliant.answer(sent, sent, context),
});
