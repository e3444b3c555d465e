import { faithful } from '../../reference/faithful';
import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Deletes what it read before, and inserts: two at once leave both maps. The fault of Nova, without a lock on the rows. */
export default mutant('race-union', {
  killedBy: ['CONCURRENCY-01'],
  store: async (map, context) => {
    const old = Object.keys(context.server.metadata);
    await context.world.clock.sleep(2);
    const rest = eachPair(context.server.metadata, (key, value) => (old.includes(key) ? undefined : [key, value]));
    await faithful.store({ ...rest, ...map }, context);
  },
});
