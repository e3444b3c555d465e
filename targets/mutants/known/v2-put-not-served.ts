import { jsonResponse } from '../../embedded/http';
import { mutant } from '../mutant';

/** Serves all but the PUT under /v2. The fault of a list of methods for each route. */
export default mutant('v2-put-not-served', {
  killedBy: ['VERSION-01'],
  handle: (request, next) =>
    request.method === 'PUT' && request.url.startsWith('/v2/')
      ? jsonResponse(405, { message: 'Method Not Allowed' })
      : next(request),
});
