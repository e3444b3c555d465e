import { compliant } from '../../embedded/compliant';
import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Deletes what it read before, and inserts: two at once leave both maps. The fault of Nova, without a lock on the rows. */
export default mutant('race-union', {
  killedBy: ['CONCURRENCY-01'],
  save: async (map, context) => {
    const old = Object.keys(context.server.metadata);
    await context.store.clock.sleep(2);
    const rest = eachPair(context.server.metadata, (key, value) => (old.includes(key) ? undefined : [key, value]));
    await compliant.save({ ...rest, ...map }, context);
  },
});
