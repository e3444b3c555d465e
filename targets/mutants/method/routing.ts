import { jsonResponse } from '../../embedded/http';
import { novaCompliant } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const deleteClears = mutant({
  name: 'delete-clears',
  description:
    'Implements DELETE of the collection, which clears the map: a framework that adds all methods to a resource.',
  killedBy: ['METHOD-01'],
  handle: (request, next, store) => {
    const id = /servers\/([^/]+)\/metadata$/.exec(request.url)?.[1];
    const server = store.servers.get(id ?? '');
    if (request.method !== 'DELETE' || server === undefined) return next(request);
    server.metadata = {};
    return { status: 204, headers: {}, body: '' };
  },
});

export const novaMethods405 = mutant({
  name: 'nova-methods-405',
  description: "Returns 405 for unsupported methods of the collection: a router stricter than Nova's.",
  killedBy: ['METHOD-02'],
  ...novaCompliant,
  handle: (request, next) =>
    /^(PATCH|DELETE)$/.test(request.method) && request.url.endsWith('/metadata')
      ? jsonResponse(405, { badMethod: { code: 405, message: 'Method Not Allowed' } })
      : next(request),
});

export const patchMerges = mutant({
  name: 'patch-merges',
  description: 'Implements PATCH of the collection, which merges: a framework that derives it from PUT.',
  killedBy: ['METHOD-01'],
  handle: async (request, next, store) => {
    if (request.method !== 'PATCH') return next(request);
    const server = store.servers.get(/servers\/([^/]+)\/metadata$/.exec(request.url)?.[1] ?? '');
    if (server === undefined) return next(request);
    server.metadata = { ...server.metadata, ...JSON.parse(request.body.toString()).metadata };
    return jsonResponse(200, { metadata: server.metadata });
  },
});

export const queryMerged = mutant({
  name: 'query-merged',
  description: 'Stores the query parameters too: a framework with one object for all parameters.',
  killedBy: ['METHOD-04'],
  replace: (_old, sent, { request }) => ({
    ...Object.fromEntries(new URL(request.url, 'http://localhost').searchParams),
    ...sent,
  }),
});

export const queryRefused = mutant({
  name: 'query-refused',
  description: 'Rejects a query string: strict parameter validation.',
  killedBy: ['METHOD-04'],
  handle: (request, next) =>
    request.url.includes('?') ? jsonResponse(400, { message: 'unknown query parameter' }) : next(request),
});

export const slashTaken = mutant({
  name: 'slash-taken',
  description: 'Accepts a PUT with a trailing slash: a router that ignores it.',
  killedBy: ['METHOD-03'],
  handle: (request, next) => next({ ...request, url: request.url.replace(/\/metadata\/$/, '/metadata') }),
});
