import { convertsValues } from '../converts-values';
import { mutant } from '../mutant';

/** Takes a value nested two thousand deep, as text. The fault of a raw JSON field. */
export default mutant('value-deep-taken', {
  killedBy: ['VALUE-09'],
  checkPairs: convertsValues((value) =>
    JSON.stringify(value)?.length > 3_000 && Array.isArray(value) ? 'nested' : value,
  ),
});
