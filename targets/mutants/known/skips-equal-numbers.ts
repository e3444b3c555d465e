import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Does not write a value that is the same number as the old one. The fault of `==` in PHP. */
export default mutant('skips-equal-numbers', {
  killedBy: ['REPLACE-03'],
  replace: (old, sent) =>
    eachPair(sent, (key, value) => {
      const stored = Object.hasOwn(old, key) ? (old[key] ?? '') : '';
      const isEqual = stored.trim() !== '' && value.trim() !== '' && Number(stored) === Number(value);
      return [key, isEqual ? stored : value];
    }),
});
