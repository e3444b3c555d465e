import { faithful } from '../../reference/faithful';
import { unsupportedType } from '../../reference/fault';
import { mutant } from '../mutant';

/** Refuses a content type with parameters. The fault of comparing the header as a whole. */
export default mutant('charset-refused', {
  killedBy: ['BODY-13'],
  readBody: (request) => {
    const type = request.headers['content-type'] ?? '';
    if (type.includes(';')) throw unsupportedType(type);
    return faithful.readBody(request);
  },
});
