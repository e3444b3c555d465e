import { compliant } from '../../embedded/compliant';
import type { ServerRecord } from '../../embedded/store';
import { mutant } from '../mutant';

/** Carries a map of more than 60 pairs out 30 ms after its answer: one that comes meanwhile is overwritten, and whoever reads waits. The fault of a queue for what takes long. */
export default mutant('large-map-overtaken', () => {
  const pending = new Map<ServerRecord, Promise<void>>();
  return {
    killedBy: ['REPLACE-02'],
    alsoBreaks: ['REPLACE-01', 'CONCURRENCY-01', 'CONCURRENCY-02'],
    save: (map, context) => {
      const { server, store } = context;
      if (Object.keys(map).length <= 60) return compliant.save(map, context);
      const carriedOut = store.clock.sleep(30).then(() => compliant.save(map, context));
      pending.set(server, carriedOut);
    },
    load: async ({ server }) => {
      await pending.get(server);
      return server.metadata;
    },
  };
});
