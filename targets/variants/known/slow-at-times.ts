import { setTimeout } from 'node:timers/promises';
import { variant } from '../variant';

/** Takes a while for some answers. */
export default variant('slow-at-times', () => {
  let count = 0;
  return {
    handle: async (request, next) => {
      count += 1;
      if (count % 200 === 0) await setTimeout(150);
      return next(request);
    },
  };
});
