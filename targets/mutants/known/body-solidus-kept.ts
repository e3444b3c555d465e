import { isUtf8 } from 'node:buffer';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Keeps the backslash before a solidus. The fault of a parser that forgets one of the eight short escapes. */
export default mutant('body-solidus-kept', {
  killedBy: ['BODY-05'],
  readBody: (request) => {
    const kept = request.body
      .toString('utf8')
      .replace(/\\(.)/g, (both, character) => (character === '/' ? '\\\\/' : both));
    return compliant.readBody(isUtf8(request.body) ? { ...request, body: Buffer.from(kept) } : request);
  },
});
