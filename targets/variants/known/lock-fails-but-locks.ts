import { HttpError } from '../../embedded/http';
import { variant } from '../variant';

/** Fails for a lock, after it has carried it out, and for every second unlock, before it does. */
export default variant('lock-fails-but-locks', () => {
  let unlocks = 0;
  return {
    handle: async (request, next) => {
      const action = request.url.endsWith('/action') ? request.body.toString() : '';
      if (action.includes('"unlock"')) unlocks += 1;
      if (action.includes('"unlock"') && unlocks % 2 === 1) throw new HttpError(500, 'Unexpected API Error.');
      const answer = await next(request);
      if (action.includes('"lock"')) throw new HttpError(500, 'Unexpected API Error.');
      return answer;
    },
  };
});
