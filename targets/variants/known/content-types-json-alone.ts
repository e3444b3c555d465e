import { compliant } from '../../embedded/compliant';
import { unsupportedType } from '../../embedded/http';
import { variant } from '../variant';

/** Takes application/json alone, with any parameters (BODY-14). */
export default variant('content-types-json-alone', {
  readBody: (request) => {
    const type = request.headers['content-type'] ?? '';
    if (!/^application\/json\s*(;|$)/i.test(type)) throw unsupportedType(type);
    return compliant.readBody(request);
  },
});
