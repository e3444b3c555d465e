import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import type { OutgoingResponse } from '../../embedded/http';
import { parseRoute } from '../../embedded/route';
import type { ServerRecord } from '../../embedded/store';
import { novaCompliant } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const itemViewStale = mutant({
  name: 'item-view-stale',
  description: 'Shows single items as they were at the first read: a cache that a replace does not clear.',
  killedBy: ['REPLACE-02', 'REPLACE-03'],
  behaviour: () => {
    const cache = new Map<string, OutgoingResponse>();
    return {
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
  },
});

export const novaUpdatedStays = mutant({
  name: 'nova-updated-stays',
  description: "Does not change the server's update time: metadata in a separate table.",
  killedBy: ['REPLACE-09'],
  ...novaCompliant,
  save: async (map, context) => {
    const { updated } = context.server;
    await compliant.save(map, context);
    context.server.updated = updated;
  },
});

export const serverResourceCamelCase = mutant({
  name: 'server-resource-camel-case',
  description: 'Shows the keys in camel case in the server resource: a serialiser that renames all members.',
  killedBy: ['REPLACE-08'],
  load: ({ server, request }) => {
    if (/\/metadata\b/.test(request.url)) return server.metadata;
    const camel = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return Object.fromEntries(Object.entries(server.metadata).map(([key, value]) => [camel(key), value]));
  },
});

export const serverResourceLacksEmptyValues = mutant({
  name: 'server-resource-lacks-empty-values',
  description: 'Omits empty values from the server resource: `omitempty` in Go.',
  killedBy: ['REPLACE-08'],
  load: ({ server, request }) =>
    /\/metadata\b/.test(request.url)
      ? server.metadata
      : Object.fromEntries(Object.entries(server.metadata).filter(([, value]) => value !== '')),
});

export const serverResourceShowsFifty = mutant({
  name: 'server-resource-shows-fifty',
  description: 'Shows only the first fifty pairs in the server resource: a join with a page limit.',
  killedBy: ['REPLACE-08'],
  load: ({ server, request }) => {
    if (/\/metadata\b/.test(request.url)) return server.metadata;
    return Object.fromEntries(Object.entries(server.metadata).slice(0, 50));
  },
});

export const serverResourceStale = mutant({
  name: 'server-resource-stale',
  description: 'Shows the previous map in the server resource: a cached copy that is refreshed before the commit.',
  killedBy: ['REPLACE-08'],
  replace: (old, sent, { server }) => {
    server.scratch.set('before', old);
    return sent;
  },
  load: ({ server, request }) =>
    /\/metadata\b/.test(request.url)
      ? server.metadata
      : ((server.scratch.get('before') as Metadata | undefined) ?? server.metadata),
});

export const valueRevealedByRemoval = mutant({
  name: 'value-revealed-by-removal',
  description:
    'Shows the value from before the replace once the pair is removed as a single item: layers of which only the upper one is edited.',
  killedBy: ['REPLACE-03'],
  handle: async (request, next, store) => {
    const { resource, serverId = '', key = '' } = parseRoute(request.url) ?? {};
    const answer = await next(request);
    const server = request.method === 'DELETE' && resource === 'item' ? store.servers.get(serverId) : undefined;
    const below = server?.scratch.get('below') as Metadata | undefined;
    const value = below !== undefined && Object.hasOwn(below, key) ? below[key] : undefined;
    if (answer.status < 300 && server !== undefined && value !== undefined) {
      server.metadata = { ...server.metadata, [key]: value };
    }
    return answer;
  },
  replace: (old, sent, { server }) => {
    const both = Object.entries(old).filter(([key]) => Object.hasOwn(sent, key));
    server.scratch.set('below', Object.fromEntries(both));
    return sent;
  },
});

export const valuesRevived = mutant({
  name: 'values-revived',
  description: 'Restores old values with the next change of another pair: a stale copy that is changed and saved.',
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

export const workersApart = mutant({
  name: 'workers-apart',
  description:
    'Keeps a separate map in each of two workers, which serve connections alternately: an in-memory mock started with several workers.',
  killedBy: ['REPLACE-07'],
  alsoBreaks: ['ISOLATION-01', 'ISOLATION-02'],
  behaviour: () => {
    const workers = [new Map<ServerRecord, Metadata>(), new Map<ServerRecord, Metadata>()] as const;
    const workerOf = (connection: number) => workers[connection % 2 === 0 ? 0 : 1];
    return {
      save: (map, context) => {
        workerOf(context.request.connection).set(context.server, map);
        return compliant.save(map, context);
      },
      load: ({ server, request }) => workerOf(request.connection).get(server) ?? {},
    };
  },
});
