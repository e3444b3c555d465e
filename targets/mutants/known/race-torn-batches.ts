import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Commits after every fifty pairs, and is read in between. The fault of a batch that is a transaction of its own. */
export default mutant('race-torn-batches', {
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
