import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Removes a no-break space at the end. The fault of a `trim` that knows Unicode, behind one that does not. */
export default mutant('value-no-break-space-trimmed', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replace(/[\u00a0\u3000]+$/, '')),
});
