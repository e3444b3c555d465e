import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores one percent sign for two. The fault of a value that passes through `printf`. */
export default mutant('value-percent-halved', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replaceAll('%%', '%')),
});
