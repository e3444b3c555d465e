import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Shows an empty map between the deletion and the insertion. The fault of two transactions. */
export default mutant('race-empty-between', {
  killedBy: ['CONCURRENCY-01'],
  save: async (map, context) => {
    context.server.metadata = {};
    await context.store.clock.sleep(2);
    await compliant.save(map, context);
  },
});
