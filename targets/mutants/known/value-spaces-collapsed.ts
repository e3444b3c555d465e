import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores one space for several. The fault of text that passes through XML or HTML. */
export default mutant('value-spaces-collapsed', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replace(/ {2,}/g, ' ')),
});
