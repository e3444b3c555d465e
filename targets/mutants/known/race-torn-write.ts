import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Writes pair by pair, and is read in between. The fault of a statement for each pair without a transaction. */
export default mutant('race-torn-write', {
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
