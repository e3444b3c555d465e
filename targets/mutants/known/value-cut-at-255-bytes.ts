import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Cuts values at 255 bytes. The fault of a buffer that counts bytes. */
export default mutant('value-cut-at-255-bytes', {
  killedBy: ['VALUE-05'],
  replace: altersValues((value) =>
    Buffer.from(value)
      .subarray(0, 255)
      .toString('utf8')
      .replace(/\ufffd+$/, ''),
  ),
});
