import { faithful } from '../../reference/faithful';
import { variant } from '../variant';

/** Takes a moment before it stores a map, as a whole. */
export default variant('writes-slow', {
  store: async (map, context) => {
    await context.world.clock.sleep(context.request.body.length % 5);
    await faithful.store(map, context);
  },
});
