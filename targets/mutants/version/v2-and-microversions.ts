import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { badRequest, jsonResponse, textResponse } from '../../embedded/http';
import { novaCompliant } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const novaMicroversionRefusedWith400 = mutant({
  name: 'nova-microversion-refused-with-400',
  description: 'Rejects an unknown microversion with 400: one status for every error.',
  killedBy: ['VERSION-03'],
  ...novaCompliant,
  errorResponse: (fault, request) =>
    compliant.errorResponse(fault.status === 406 ? badRequest(fault.message) : fault, request),
});

export const novaMicroversionUnread = mutant({
  name: 'nova-microversion-unread',
  description: 'Ignores the microversion header: a facade that drops it.',
  killedBy: ['VERSION-03'],
  ...novaCompliant,
  handle: (request, next) => {
    const { 'x-openstack-nova-api-version': asked, ...headers } = request.headers;
    return next(/^2\.\d{1,2}$/.test(asked ?? '') ? request : { ...request, headers });
  },
});

export const novaMicroversionUntold = mutant({
  name: 'nova-microversion-untold',
  description: 'Does not report the microversion of the response: a proxy that strips unknown headers.',
  killedBy: ['VERSION-03'],
  ...novaCompliant,
  answer: (stored, sent, context) => {
    const { headers, ...rest } = compliant.answer(stored, sent, context);
    return { ...rest, headers: { 'content-type': headers['content-type'] ?? '' } };
  },
});

export const separateVersions = mutant({
  name: 'separate-versions',
  description: 'Stores separate maps for /v2 and /v2.1: two services with two stores.',
  killedBy: ['VERSION-02'],
  save: (map, context) => {
    context.server.scratch.set(context.version, map);
    return compliant.save(map, context);
  },
  load: ({ server, version }) => (server.scratch.get(version) as Metadata | undefined) ?? server.metadata,
});

export const v2Cached = mutant({
  name: 'v2-cached',
  description: 'Shows under /v2 the last map that was stored under /v2: a cache keyed by version.',
  killedBy: ['VERSION-02'],
  save: (map, context) => {
    if (context.version === 'v2') context.server.scratch.set('v2', map);
    return compliant.save(map, context);
  },
  load: ({ server, version }) =>
    version === 'v2' ? ((server.scratch.get('v2') as Metadata | undefined) ?? server.metadata) : server.metadata,
});

export const v2NotServed = mutant({
  name: 'v2-not-served',
  description: 'Does not serve /v2: a gateway with one rule.',
  killedBy: ['VERSION-01'],
  handle: (request, next) =>
    request.url.startsWith('/v2/') ? textResponse(404, 'no Route matched with those values') : next(request),
});

export const v2PutNotServed = mutant({
  name: 'v2-put-not-served',
  description: 'Does not serve PUT under /v2: a list of methods for each route.',
  killedBy: ['VERSION-01'],
  handle: (request, next) =>
    request.method === 'PUT' && request.url.startsWith('/v2/')
      ? jsonResponse(405, { message: 'Method Not Allowed' })
      : next(request),
});
