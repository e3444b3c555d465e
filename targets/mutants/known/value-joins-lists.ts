import { convertsValues } from '../converts-values';
import { mutant } from '../mutant';

/** Joins a list of texts with commas. The fault of `String(value)` in JavaScript. */
export default mutant('value-joins-lists', {
  killedBy: ['VALUE-09'],
  checkPairs: convertsValues((value) => (Array.isArray(value) ? String(value) : value)),
});
