import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes bytes that are not UTF-8 under /v2, and refuses them under /v2.1. The fault of two parsers for one operation. */
export default mutant('invalid-utf-8-taken-by-v2', {
  killedBy: ['BODY-10'],
  readBody: (request) =>
    compliant.readBody(
      request.url.startsWith('/v2/') ? { ...request, body: Buffer.from(request.body.toString('utf8')) } : request,
    ),
});
