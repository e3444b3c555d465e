import { textResponse } from '../../embedded/http';
import { variant } from '../variant';

/** Takes every server action, and carries none out. */
export default variant('actions-do-nothing', {
  handle: (request, next) => (request.url.endsWith('/action') ? textResponse(202, '') : next(request)),
});
