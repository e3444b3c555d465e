import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Commits after every fifty pairs, and is read in between. The fault of a batch that is a transaction of its own. */
export default mutant('race-torn-batches', {
  killedBy: ['CONCURRENCY-01'],
  store: async (map, context) => {
    const pairs = Object.entries(map);
    for (let committed = 50; committed < pairs.length; committed += 50) {
      context.server.metadata = Object.fromEntries(pairs.slice(0, committed));
      await context.world.clock.sleep(3);
    }
    await faithful.store(map, context);
  },
});
