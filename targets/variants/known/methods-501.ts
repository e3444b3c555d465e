import { jsonResponse } from '../../embedded/http';
import { variant } from '../variant';

/** Answers PATCH with 501 and DELETE with 404 (METHOD-02). */
export default variant('methods-501', {
  handle: (request, next) =>
    request.method === 'PATCH' ? jsonResponse(501, { message: 'Not Implemented' }) : next(request),
});
