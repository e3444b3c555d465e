import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Leaves the value of a key that is there already. The fault of `INSERT IGNORE`. */
export default mutant('keeps-old-values', {
  killedBy: ['REPLACE-03'],
  replace: (old, sent) => eachPair(sent, (key, value) => [key, Object.hasOwn(old, key) ? (old[key] ?? '') : value]),
});
