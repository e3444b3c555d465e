import { faithful } from '../../reference/faithful';
import { variant } from '../variant';

/** Carries out one replace of a server after the other. */
export default variant('writes-queued', () => {
  const queues = new Map<string, Promise<void>>();
  return {
    store: async (map, context) => {
      const before = queues.get(context.server.id) ?? Promise.resolve();
      const done = before.then(() => context.world.clock.sleep(2)).then(() => faithful.store(map, context));
      queues.set(context.server.id, done);
      await done;
    },
  };
});
