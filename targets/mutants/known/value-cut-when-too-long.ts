import { convertsValues } from '../converts-values';
import { mutant } from '../mutant';

/** Cuts a value that is too long instead of refusing it. The fault of a lenient SQL mode. */
export default mutant('value-cut-when-too-long', {
  killedBy: ['VALUE-04'],
  checkPairs: convertsValues((value) => (typeof value === 'string' ? Array.from(value).slice(0, 255).join('') : value)),
});
