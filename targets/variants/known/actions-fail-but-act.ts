import { HttpError } from '../../embedded/http';
import { variant } from '../variant';

/** Fails for every server action, after it has carried it out. */
export default variant('actions-fail-but-act', {
  handle: async (request, next) => {
    const answer = await next(request);
    if (request.url.endsWith('/action') && answer.status < 300) throw new HttpError(500, 'Unexpected API Error.');
    return answer;
  },
});
