import { mutant } from '../mutant';

/** Serves DELETE of the collection, and clears it. */
export default mutant('delete-clears', {
  killedBy: ['METHOD-01'],
  handle: (request, next, store) => {
    const id = /servers\/([^/]+)\/metadata$/.exec(request.url)?.[1];
    const server = store.servers.get(id ?? '');
    if (request.method !== 'DELETE' || server === undefined) return next(request);
    server.metadata = {};
    return { status: 204, headers: {}, body: '' };
  },
});
