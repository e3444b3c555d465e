import { textResponse } from '../../embedded/http';
import { mutant } from '../mutant';

/** Does not serve /v2. The fault of a gateway with one rule. */
export default mutant('v2-not-served', {
  killedBy: ['VERSION-01'],
  handle: (request, next) =>
    request.url.startsWith('/v2/') ? textResponse(404, 'no Route matched with those values') : next(request),
});
