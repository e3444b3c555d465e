import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { mutant } from '../mutant';

/** Counts bytes. The fault of `len` in Go. */
export default mutant('value-byte-limit', {
  killedBy: ['VALUE-05'],
  checkValue: (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (Buffer.byteLength(String(value)) > 255) throw badRequest('value too long');
  },
});
