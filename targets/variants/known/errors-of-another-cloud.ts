import { json } from '../../reference/http-message';
import { variant } from '../variant';

/** Explains refusals in an envelope of its own. */
export default variant('errors-of-another-cloud', {
  refuse: ({ status, message }) => json(status, { error_code: `Ecs.0${status}`, error_msg: message, request_id: '0' }),
});
