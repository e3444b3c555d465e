import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Cuts values at 255 bytes. The fault of a buffer that counts bytes. */
export default mutant('value-cut-at-255-bytes', {
  killedBy: ['VALUE-05'],
  replace: altersValues((value) => {
    const bytes = Buffer.from(value);
    return bytes.length <= 255
      ? value
      : bytes
          .subarray(0, 255)
          .toString('utf8')
          .replace(/\ufffd+$/, '');
  }),
});
