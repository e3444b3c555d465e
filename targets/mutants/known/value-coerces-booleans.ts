import { convertsValues } from '../converts-values';
import { mutant } from '../mutant';

/** Turns booleans into text. The fault of Java’s lenient deserialisers. */
export default mutant('value-coerces-booleans', {
  killedBy: ['VALUE-09'],
  checkPairs: convertsValues((value) => (typeof value === 'boolean' ? String(value) : value)),
});
