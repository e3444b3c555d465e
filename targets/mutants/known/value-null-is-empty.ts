import { convertsValues } from '../converts-values';
import { mutant } from '../mutant';

/** Takes null for an empty value. The fault of Go, where null leaves a text as it is. */
export default mutant('value-null-is-empty', {
  killedBy: ['VALUE-09'],
  checkPairs: convertsValues((value) => value ?? ''),
});
