import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { parseRoute } from '../../embedded/route';
import { mutant } from '../helpers/mutant';
import { mapPairs } from '../helpers/pairs';

export const clearsEverywhere = mutant({
  name: 'clears-everywhere',
  description: 'Clears every server when it clears one: a WHERE clause built from an empty list.',
  killedBy: ['ISOLATION-01', 'ISOLATION-02'],
  save: (map, context) => {
    for (const server of context.store.servers.values()) if (Object.keys(map).length === 0) server.metadata = {};
    return compliant.save(map, context);
  },
});

export const equalMapsShared = mutant({
  name: 'equal-maps-shared',
  description:
    'Shares one map between servers with equal metadata, so that a change of an item shows on all of them: interned maps that are modified in place.',
  killedBy: ['ISOLATION-01'],
  alsoBreaks: ['ISOLATION-02'],
  handle: async (request, next, store) => {
    const { resource, serverId = '' } = parseRoute(request.url) ?? {};
    const changed = resource === 'item' ? store.servers.get(serverId) : undefined;
    const before = changed?.metadata;
    const answer = await next(request);
    if (before === undefined || changed === undefined) return answer;
    for (const server of store.servers.values()) if (server.metadata === before) server.metadata = changed.metadata;
    return answer;
  },
  replace: (_old, sent, { store }) => {
    const twin = [...store.servers.values()].find(({ metadata }) => sameMetadata(metadata, sent));
    return twin?.metadata ?? sent;
  },
});

export const longValuesShared = mutant({
  name: 'long-values-shared',
  description:
    'Stores values of more than 200 characters by project and key, without the server: a table of large texts with an incomplete primary key.',
  killedBy: ['ISOLATION-01'],
  behaviour: () => {
    const texts = new Map<string, string>();
    const isLong = (value: string) => value.length > 200;
    return {
      save: (map, context) => {
        for (const [key, value] of Object.entries(map)) {
          if (isLong(value)) texts.set(`${context.server.projectId} ${key}`, value);
        }
        return compliant.save(map, context);
      },
      load: ({ server }): Metadata =>
        Object.fromEntries(
          Object.entries(server.metadata).map(([key, value]) => [
            key,
            isLong(value) ? (texts.get(`${server.projectId} ${key}`) ?? value) : value,
          ]),
        ),
    };
  },
});

export const mirrorsToOtherProject = mutant({
  name: 'mirrors-to-other-project',
  description: 'Writes the map to a server of another project too: a replication rule that was meant for a test.',
  killedBy: ['ISOLATION-02'],
  save: (map, context) => {
    for (const server of context.store.servers.values()) {
      if (server.projectId !== context.server.projectId) server.metadata = map;
    }
    return compliant.save(map, context);
  },
});

export const removesSameKeysEverywhere = mutant({
  name: 'removes-same-keys-everywhere',
  description: 'Removes the old keys from all servers: a WHERE clause on the key only.',
  killedBy: ['ISOLATION-01', 'ISOLATION-02'],
  save: (map, context) => {
    const gone = Object.keys(context.server.metadata);
    for (const server of context.store.servers.values()) {
      server.metadata = mapPairs(server.metadata, (key, value) => (gone.includes(key) ? undefined : [key, value]));
    }
    return compliant.save(map, context);
  },
});

export const sharedBetweenServers = mutant({
  name: 'shared-between-servers',
  description: 'Writes the map to every server of the project: a WHERE clause on the project only.',
  killedBy: ['ISOLATION-01'],
  save: (map, context) => {
    for (const server of context.store.servers.values()) {
      if (server.projectId === context.server.projectId) server.metadata = map;
    }
  },
});

export const sharedEmptyMap = mutant({
  name: 'shared-empty-map',
  description: 'Shares one map between all servers that were ever cleared: a default object that is modified in place.',
  killedBy: ['ISOLATION-01'],
  behaviour: () => {
    const shared = new Set<string>();
    return {
      save: (map, context) => {
        const { id, projectId } = context.server;
        const isShared = shared.has(id);
        if (Object.keys(map).length === 0) shared.add(id);
        for (const server of context.store.servers.values()) {
          if (isShared && shared.has(server.id) && server.projectId === projectId) server.metadata = map;
        }
        return compliant.save(map, context);
      },
    };
  },
});
