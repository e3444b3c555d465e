import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores U+2028 as a space. The fault of text that passes through JavaScript source. */
export default mutant('value-line-separator-lost', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replace(/[\u2028\u2029]/g, ' ')),
});
