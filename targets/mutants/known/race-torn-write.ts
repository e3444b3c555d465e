import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Writes pair by pair, and is read in between. The fault of a statement for each pair without a transaction. */
export default mutant('race-torn-write', {
  killedBy: ['CONCURRENCY-01'],
  store: async (map, context) => {
    const written: Record<string, string> = {};
    for (const [key, value] of Object.entries(map)) {
      Object.assign(written, { [key]: value });
      context.server.metadata = { ...written };
      await context.world.clock.sleep(0.1);
    }
    await faithful.store(map, context);
  },
});
