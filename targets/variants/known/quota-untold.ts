import { jsonResponse } from '../../embedded/http';
import { variant } from '../variant';

/** Does not say how many pairs it allows. */
export default variant('quota-untold', {
  handle: (request, next) =>
    request.url.endsWith('/limits') ? jsonResponse(404, { itemNotFound: { code: 404, message: '' } }) : next(request),
});
