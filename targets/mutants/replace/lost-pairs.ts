import { sameMetadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { parseRoute } from '../../embedded/route';
import { mutant } from '../helpers/mutant';
import { mapPairs } from '../helpers/pairs';

export const chunkedClears = mutant({
  name: 'chunked-clears',
  description: 'Treats a chunked body as an empty map: a server that reads only Content-Length bytes.',
  killedBy: ['REPLACE-01'],
  isOfTransport: true,
  readBody: (request) =>
    request.headers['transfer-encoding'] === 'chunked' ? { metadata: {} } : compliant.readBody(request),
});

export const clearsOnLongHistory = mutant({
  name: 'clears-on-long-history',
  description: 'Drops the map on every thirtieth replace of a server: a history column that is full.',
  killedBy: ['REPLACE-01'],
  replace: (_old, sent, { server }) => (server.replaced % 30 === 29 ? {} : sent),
});

export const echoesWithoutStoring = mutant({
  name: 'echoes-without-storing',
  description: "Returns the request's map and stores nothing: an unfinished stub.",
  killedBy: ['REPLACE-01'],
  alsoBreaks: ['REPLACE-02', 'REPLACE-04'],
  save: () => {},
  answer: (_stored, sent, context) => compliant.answer(sent, sent, context),
});

export const equalValuesOnce = mutant({
  name: 'equal-values-once',
  description: 'Stores only one of several pairs with the same value: a map that is inverted twice.',
  killedBy: ['REPLACE-01'],
  replace: (_old, sent) => {
    const byValue = new Map(Object.entries(sent).map(([key, value]) => [value, key]));
    return Object.fromEntries([...byValue].map(([value, key]) => [key, value]));
  },
});

export const forgetsAfterFourReads = mutant({
  name: 'forgets-after-four-reads',
  description: 'Drops the map after four reads: a cache that treats its own eviction as a deletion.',
  killedBy: ['REPLACE-07'],
  alsoBreaks: ['REPLACE-08'],
  save: (map, context) => {
    context.server.scratch.set('reads', 0);
    return compliant.save(map, context);
  },
  load: ({ server }) => {
    const reads = Number(server.scratch.get('reads') ?? 0) + 1;
    server.scratch.set('reads', reads);
    if (reads > 4) server.metadata = {};
    return server.metadata;
  },
});

export const itemRemovedStaysGone = mutant({
  name: 'item-removed-stays-gone',
  description:
    'Does not store a pair whose key was removed as a single item before: a row marked as deleted and then updated.',
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

export const losesLastPair = mutant({
  name: 'loses-last-pair',
  description: 'Stores all pairs except the last: an upper bound that is one too low.',
  killedBy: ['REPLACE-01'],
  replace: (_old, sent) => Object.fromEntries(Object.entries(sent).slice(0, -1)),
});

export const prefixHidesKey = mutant({
  name: 'prefix-hides-key',
  description: 'Drops the key `a` if there is a key `a.b`: a document store that nests keys at dots.',
  killedBy: ['REPLACE-01'],
  replace: (_old, sent) => {
    const keys = Object.keys(sent);
    return mapPairs(sent, (key, value) =>
      keys.some((other) => other.startsWith(`${key}.`)) ? undefined : [key, value],
    );
  },
});

export const repeatClears = mutant({
  name: 'repeat-clears',
  description: 'Clears the map if the same map is sent again: only the difference to the old map is written.',
  killedBy: ['REPLACE-06'],
  replace: (old, sent) => (sameMetadata(old, sent) ? {} : sent),
});

export const rowGoneWithLastItem = mutant({
  name: 'row-gone-with-last-item',
  description:
    'Drops the next map after the last pair was removed as a single item: an UPDATE whose row count is not checked.',
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

export const valueOfItsKeyLost = mutant({
  name: 'value-of-its-key-lost',
  description: 'Drops a pair whose value equals its key: defaults that are not stored.',
  killedBy: ['REPLACE-01'],
  replace: (_old, sent) => mapPairs(sent, (key, value) => (key === value ? undefined : [key, value])),
});
