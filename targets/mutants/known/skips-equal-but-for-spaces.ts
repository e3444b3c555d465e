import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Does not write a value that differs from the old one in spaces at its end alone. The fault of a comparison under a collation that pads. */
export default mutant('skips-equal-but-for-spaces', {
  killedBy: ['REPLACE-03'],
  replace: (old, sent) =>
    eachPair(sent, (key, value) => {
      const stored = Object.hasOwn(old, key) ? old[key] : undefined;
      return [key, stored?.trimEnd() === value.trimEnd() ? stored : value];
    }),
});
