import { notFound } from '../../embedded/http';
import { variant } from '../variant';

/** Has no limit on the pairs of a server, and does not tell so. */
export default variant('quota-none-untold', {
  quota: -1,
  handle: (request, next) => {
    if (request.url.endsWith('/limits')) throw notFound('The resource');
    return next(request);
  },
});
