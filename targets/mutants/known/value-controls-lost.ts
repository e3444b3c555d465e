import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Removes control characters. The fault of cleaning text for XML 1.0. */
export default mutant('value-controls-lost', {
  killedBy: ['VALUE-08'],
  replace: altersValues((value) => value.replace(/(?![\t\n\r\u007f-\u009f])\p{Cc}/gu, '')),
});
