import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Carries out one replace of a server after the other. */
export default variant('writes-queued', () => {
  const queues = new Map<string, Promise<void>>();
  return {
    save: async (map, context) => {
      const before = queues.get(context.server.id) ?? Promise.resolve();
      const done = before.then(() => context.store.clock.sleep(2)).then(() => compliant.save(map, context));
      queues.set(context.server.id, done);
      await done;
    },
  };
});
