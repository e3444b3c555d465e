import { jsonResponse } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses a query string. The fault of a strict validation of parameters. */
export default mutant('query-refused', {
  killedBy: ['METHOD-04'],
  handle: (request, next) =>
    request.url.includes('?') ? jsonResponse(400, { message: 'unknown query parameter' }) : next(request),
});
