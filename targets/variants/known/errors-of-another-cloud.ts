import { jsonResponse } from '../../embedded/http';
import { variant } from '../variant';

/** Explains refusals in an envelope of its own. */
export default variant('errors-of-another-cloud', {
  errorResponse: ({ status, message }) =>
    jsonResponse(status, { error_code: `Ecs.0${status}`, error_msg: message, request_id: '0' }),
});
