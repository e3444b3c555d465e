import { faithful } from '../../reference/faithful';
import type { ServerRecord } from '../../reference/world';
import { mutant } from '../mutant';

/** Carries a map of more than 60 pairs out 30 ms after its answer: one that comes meanwhile is overwritten, and whoever reads waits. The fault of a queue for what takes long. */
export default mutant('large-map-overtaken', () => {
  const pending = new Map<ServerRecord, Promise<void>>();
  return {
    killedBy: ['REPLACE-02'],
    alsoBreaks: ['REPLACE-01', 'CONCURRENCY-01', 'CONCURRENCY-02'],
    store: (map, context) => {
      const { server, world } = context;
      if (Object.keys(map).length <= 60) return faithful.store(map, context);
      const carriedOut = world.clock.sleep(30).then(() => faithful.store(map, context));
      pending.set(server, carriedOut);
    },
    load: async ({ server }) => {
      await pending.get(server);
      return server.metadata;
    },
  };
});
