import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Takes a moment before it stores a map, as a whole. */
export default variant('writes-slow', {
  save: async (map, context) => {
    await context.store.clock.sleep(context.request.body.length % 5);
    await compliant.save(map, context);
  },
});
