import { jsonResponse } from '../../embedded/http';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Answers methods that the collection does not have with 405. The fault of a router that knows better than Nova's. */
export default mutant('nova-methods-405', {
  ...asNova,
  killedBy: ['METHOD-02'],
  handle: (request, next) =>
    /^(PATCH|DELETE)$/.test(request.method) && request.url.endsWith('/metadata')
      ? jsonResponse(405, { badMethod: { code: 405, message: 'Method Not Allowed' } })
      : next(request),
});
