import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Takes a byte order mark (BODY-09). */
export default variant('byte-order-mark-taken', {
  readBody: (request) => {
    const { body } = request;
    const hasMark = body.subarray(0, 3).equals(Buffer.from('\ufeff'));
    return compliant.readBody(hasMark ? { ...request, body: body.subarray(3) } : request);
  },
});
