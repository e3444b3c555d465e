import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Loses a byte order mark at the start of a value. The fault of decoding each value on its own. */
export default mutant('value-byte-order-mark-lost', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replace(/^\ufeff/, '')),
});
