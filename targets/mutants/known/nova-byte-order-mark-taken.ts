import { compliant } from '../../embedded/compliant';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Skips a byte order mark. The fault of a framework that reads bodies as text files. */
export default mutant('nova-byte-order-mark-taken', {
  ...asNova,
  killedBy: ['BODY-09'],
  readBody: (request) => {
    const hasMark = request.body.subarray(0, 3).equals(Buffer.from('\ufeff'));
    return compliant.readBody(hasMark ? { ...request, body: request.body.subarray(3) } : request);
  },
});
