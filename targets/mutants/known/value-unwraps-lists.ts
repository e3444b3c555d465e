import { convertsValues } from '../converts-values';
import { mutant } from '../mutant';

/** Takes the one text of a list. The fault of a library for query strings. */
export default mutant('value-unwraps-lists', {
  killedBy: ['VALUE-09'],
  checkPairs: convertsValues((value) => (Array.isArray(value) && value.length === 1 ? value[0] : value)),
});
