import { setTimeout } from 'node:timers/promises';
import { faithful } from '../../reference/faithful';
import { variant } from '../variant';

/** Takes a moment before it stores a map, as a whole. */
export default variant('writes-slow', {
  store: async (map, context) => {
    await setTimeout(context.request.body.length % 5);
    await faithful.store(map, context);
  },
});
