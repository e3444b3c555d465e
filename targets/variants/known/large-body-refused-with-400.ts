import { badRequest } from '../../embedded/http';
import { variant } from '../variant';

/** Refuses a body that is too large with 400 (BODY-12). */
export default variant('large-body-refused-with-400', {
  checkSize: ({ body }) => {
    if (body.length > 114_688) throw badRequest('Request is too large.');
  },
});
