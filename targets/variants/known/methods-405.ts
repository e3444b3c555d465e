import { jsonResponse } from '../../embedded/http';
import { variant } from '../variant';

/** Answers PATCH and DELETE of the collection with 405 (METHOD-02). */
export default variant('methods-405', {
  handle: (request, next) =>
    /^(PATCH|DELETE)$/.test(request.method) && /\/metadata$/.test(request.url)
      ? {
          ...jsonResponse(405, { message: 'Method Not Allowed' }),
          headers: { 'content-type': 'application/json', allow: 'GET, POST, PUT' },
        }
      : next(request),
});
