import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Reads the body as Latin-1 where the content type names no charset. The fault of an old rule of HTTP. */
export default mutant('value-read-as-latin-1', {
  killedBy: ['VALUE-03'],
  readBody: (request) => compliant.readBody({ ...request, body: Buffer.from(request.body.toString('latin1'), 'utf8') }),
});
