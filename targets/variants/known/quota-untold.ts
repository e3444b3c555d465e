import { json } from '../../reference/http-message';
import { variant } from '../variant';

/** Does not say how many pairs it allows. */
export default variant('quota-untold', {
  handle: (request, next) =>
    request.url.endsWith('/limits') ? json(404, { itemNotFound: { code: 404, message: '' } }) : next(request),
});
