import { variant } from '../variant';

/** Takes a while for some answers. */
export default variant('slow-at-times', () => {
  let count = 0;
  return {
    handle: async (request, next, { clock }) => {
      count += 1;
      if (count % 200 === 0) await clock.sleep(150);
      return next(request);
    },
  };
});
