import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Takes bytes that are not UTF-8, and stores U+FFFD for them (BODY-10). */
export default variant('invalid-utf-8-replaced', {
  readBody: (request) => compliant.readBody({ ...request, body: Buffer.from(request.body.toString('utf8')) }),
});
