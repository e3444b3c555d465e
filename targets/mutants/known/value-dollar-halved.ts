import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores one dollar for two. The fault of a value that is the replacement in `String.replace`. */
export default mutant('value-dollar-halved', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replaceAll('$$', () => '$')),
});
