import { convertsValues } from '../converts-values';
import { mutant } from '../mutant';

/** Writes an object down as JSON. The fault of a text column behind an ORM. */
export default mutant('value-writes-objects-as-json', {
  killedBy: ['VALUE-09'],
  checkPairs: convertsValues((value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value).slice(0, 255) : value,
  ),
});
