import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores a line feed for CR LF. The fault of a file opened in text mode. */
export default mutant('value-line-ends-changed', {
  killedBy: ['VALUE-08'],
  replace: altersValues((value) => value.replaceAll('\r\n', '\n')),
});
