import { isUtf8 } from 'node:buffer';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Decodes the two escapes of a character beyond U+FFFF one by one. The fault of a parser made for the first plane. */
export default mutant('body-surrogates-apart', {
  killedBy: ['BODY-05'],
  readBody: (request) => {
    const apart = request.body.toString('utf8').replace(/\\ud[89ab]..\\ud[c-f]../gi, '\ufffd\ufffd');
    return compliant.readBody(isUtf8(request.body) ? { ...request, body: Buffer.from(apart) } : request);
  },
});
