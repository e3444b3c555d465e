import { json } from '../../reference/http-message';
import { mutant } from '../mutant';

/** Refuses a query string. The fault of a strict validation of parameters. */
export default mutant('query-refused', {
  killedBy: ['METHOD-04'],
  handle: (request, next) =>
    request.url.includes('?') ? json(400, { message: 'unknown query parameter' }) : next(request),
});
