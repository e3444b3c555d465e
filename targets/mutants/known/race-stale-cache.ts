import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Puts into its cache what it read before a replace, when that has cleared the cache already. The fault of filling a cache without a version. */
export default mutant('race-stale-cache', () => {
  const cache = new Map<string, Metadata>();
  return {
    killedBy: ['CONCURRENCY-02'],
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
});
