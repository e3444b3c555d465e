import { altersKeys } from '../alters-keys';
import { mutant } from '../mutant';

/** Stores keys in lower case. The fault of treating them like names of HTTP headers. */
export default mutant('key-lower-cased', {
  killedBy: ['KEY-02', 'KEY-08'],
  replace: altersKeys((key) => key.toLowerCase()),
});
