import { isUtf8 } from 'node:buffer';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Fails over bytes that are not UTF-8. The fault of decoding outside the handler of errors. */
export default mutant('invalid-utf-8-fails', {
  killedBy: ['ANSWER-06'],
  readBody: (request) => {
    if (!isUtf8(request.body)) throw new TypeError('invalid byte sequence');
    return compliant.readBody(request);
  },
});
