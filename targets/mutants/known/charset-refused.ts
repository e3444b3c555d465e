import { compliant } from '../../embedded/compliant';
import { unsupportedType } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses a content type with parameters. The fault of comparing the header as a whole. */
export default mutant('charset-refused', {
  killedBy: ['BODY-13'],
  readBody: (request) => {
    const type = request.headers['content-type'] ?? '';
    if (type.includes(';')) throw unsupportedType(type);
    return compliant.readBody(request);
  },
});
