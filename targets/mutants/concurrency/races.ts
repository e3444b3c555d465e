import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../helpers/mutant';
import { mapPairs } from '../helpers/pairs';

export const raceEmptyBetween = mutant({
  name: 'race-empty-between',
  description: 'Shows an empty map to concurrent readers: deletion and insertion are two transactions.',
  killedBy: ['CONCURRENCY-01'],
  save: async (map, context) => {
    context.server.metadata = {};
    await context.store.clock.sleep(2);
    await compliant.save(map, context);
  },
});

export const raceRefusedShown = mutant({
  name: 'race-refused-shown',
  description: 'Shows the valid pairs of a rejected request to concurrent readers: the check runs after the write.',
  killedBy: ['CONCURRENCY-01'],
  replaceMetadata: async (context) => {
    const { behaviour, request, server, store } = context;
    try {
      return await compliant.replaceMetadata(context);
    } catch (rejection) {
      const { metadata } = (behaviour.readBody(request) ?? {}) as { metadata?: Record<string, string> };
      if (typeof metadata !== 'object' || metadata === null) throw rejection;
      const before = server.metadata;
      const shown = mapPairs(metadata, (key, value) => (typeof value === 'string' ? [key, value] : undefined));
      server.metadata = shown;
      await store.clock.sleep(2);
      if (server.metadata === shown) server.metadata = before;
      throw rejection;
    }
  },
});

export const raceRollbackOverwrites = mutant({
  name: 'race-rollback-overwrites',
  description:
    'Restores the map from before a rejected request, over a map that a concurrent request stored: a hand-written rollback.',
  killedBy: ['CONCURRENCY-02'],
  replaceMetadata: async (context) => {
    const { server, store } = context;
    const before = server.metadata;
    try {
      return await compliant.replaceMetadata(context);
    } catch (rejection) {
      await store.clock.sleep(2);
      server.metadata = before;
      throw rejection;
    }
  },
});

export const raceStaleCache = mutant({
  name: 'race-stale-cache',
  description: 'Caches a map that a concurrent replace has overwritten: the cache is filled without a version.',
  killedBy: ['CONCURRENCY-02'],
  behaviour: () => {
    const cache = new Map<string, Metadata>();
    return {
      save: (map, context) => {
        cache.delete(context.server.id);
        return compliant.save(map, context);
      },
      load: async ({ server, store }) => {
        const map = cache.get(server.id) ?? server.metadata;
        await store.clock.sleep(2);
        cache.set(server.id, map);
        return map;
      },
    };
  },
});

export const raceTornBatches = mutant({
  name: 'race-torn-batches',
  description: 'Shows a part of a large map to concurrent readers: a transaction for every fifty pairs.',
  killedBy: ['CONCURRENCY-01'],
  save: async (map, context) => {
    const pairs = Object.entries(map);
    for (let committed = 50; committed < pairs.length; committed += 50) {
      context.server.metadata = Object.fromEntries(pairs.slice(0, committed));
      await context.store.clock.sleep(3);
    }
    await compliant.save(map, context);
  },
});

export const raceTornWrite = mutant({
  name: 'race-torn-write',
  description: 'Shows a part of the map to concurrent readers: a statement for each pair, without a transaction.',
  killedBy: ['CONCURRENCY-01'],
  save: async (map, context) => {
    const written: Record<string, string> = {};
    for (const [key, value] of Object.entries(map)) {
      Object.assign(written, { [key]: value });
      context.server.metadata = { ...written };
      await context.store.clock.sleep(0.1);
    }
    await compliant.save(map, context);
  },
});

export const raceTwoReplicas = mutant({
  name: 'race-two-replicas',
  description:
    'Reads alternately from two replicas, one of which lags behind: the reader is not told when a write is complete.',
  killedBy: ['CONCURRENCY-02'],
  behaviour: () => {
    let turn = 0;
    return {
      save: async (map, context) => {
        const { scratch } = context.server;
        scratch.set('ahead', map);
        await context.store.clock.sleep(4);
        await compliant.save(map, context);
        if (scratch.get('ahead') === map) scratch.delete('ahead');
      },
      load: ({ server }) => {
        turn += 1;
        const ahead = server.scratch.get('ahead') as Metadata | undefined;
        return turn % 2 === 0 ? server.metadata : (ahead ?? server.metadata);
      },
    };
  },
});

export const raceUnion = mutant({
  name: 'race-union',
  description: 'Stores the union of the maps of two concurrent requests: Nova deletes and inserts without a row lock.',
  killedBy: ['CONCURRENCY-01'],
  save: async (map, context) => {
    const old = Object.keys(context.server.metadata);
    await context.store.clock.sleep(2);
    const rest = mapPairs(context.server.metadata, (key, value) => (old.includes(key) ? undefined : [key, value]));
    await compliant.save({ ...rest, ...map }, context);
  },
});
