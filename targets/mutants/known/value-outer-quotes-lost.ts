import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Takes quotes around a value for those of a file of settings. */
export default mutant('value-outer-quotes-lost', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replace(/^"(.*)"$/s, '$1')),
});
