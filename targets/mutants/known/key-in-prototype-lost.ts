import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Loses keys that every object of JavaScript inherits. The fault of `in` where `hasOwn` was meant. */
export default mutant('key-in-prototype-lost', {
  killedBy: ['KEY-09'],
  replace: (_old, sent) => eachPair(sent, (key, value) => (key in {} ? undefined : [key, value])),
});
