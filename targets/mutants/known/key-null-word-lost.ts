import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Loses the keys `null` and `undefined`. The fault of a guard against a name that is missing. */
export default mutant('key-null-word-lost', {
  killedBy: ['KEY-09'],
  replace: (_old, sent) => eachPair(sent, (key, value) => (/^(null|undefined)$/.test(key) ? undefined : [key, value])),
});
