import { jsonResponse } from '../../embedded/http';
import { mutant } from '../mutant';

/** Serves PATCH of the collection, and merges. The fault of a framework that derives it from PUT. */
export default mutant('patch-merges', {
  killedBy: ['METHOD-01'],
  handle: async (request, next, store) => {
    if (request.method !== 'PATCH') return next(request);
    const server = store.servers.get(/servers\/([^/]+)\/metadata$/.exec(request.url)?.[1] ?? '');
    if (server === undefined) return next(request);
    server.metadata = { ...server.metadata, ...JSON.parse(request.body.toString()).metadata };
    return jsonResponse(200, { metadata: server.metadata });
  },
});
