import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Cuts a value at a NUL. The fault of a text of C. */
export default mutant('value-ends-at-nul', {
  killedBy: ['VALUE-08'],
  replace: altersValues((value) => value.split('\u0000')[0] ?? ''),
});
