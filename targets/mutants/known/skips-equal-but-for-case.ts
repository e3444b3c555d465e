import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Does not write a value that differs from the old one in upper and lower case alone. The fault of a comparison under MySQL’s usual collation. */
export default mutant('skips-equal-but-for-case', {
  killedBy: ['REPLACE-03'],
  replace: (old, sent) =>
    eachPair(sent, (key, value) => {
      const stored = Object.hasOwn(old, key) ? old[key] : undefined;
      return [key, stored?.toLowerCase() === value.toLowerCase() ? stored : value];
    }),
});
