import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Loses the key `a` beside `a.b`. The fault of a document store that nests keys at their dots. */
export default mutant('prefix-hides-key', {
  killedBy: ['REPLACE-01'],
  replace: (_old, sent) => {
    const keys = Object.keys(sent);
    return eachPair(sent, (key, value) =>
      keys.some((other) => other.startsWith(`${key}.`)) ? undefined : [key, value],
    );
  },
});
