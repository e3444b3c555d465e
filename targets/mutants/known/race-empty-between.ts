import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Shows an empty map between the deletion and the insertion. The fault of two transactions. */
export default mutant('race-empty-between', {
  killedBy: ['CONCURRENCY-01'],
  store: async (map, context) => {
    context.server.metadata = {};
    await context.world.clock.sleep(2);
    await faithful.store(map, context);
  },
});
