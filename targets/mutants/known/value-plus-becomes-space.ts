import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores a plus as a space. The fault of text that passes through a form. */
export default mutant('value-plus-becomes-space', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replaceAll('+', ' ')),
});
