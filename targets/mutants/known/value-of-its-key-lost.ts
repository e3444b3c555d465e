import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Drops a pair whose value is its key. The fault of defaults that are not stored. */
export default mutant('value-of-its-key-lost', {
  killedBy: ['REPLACE-01'],
  replace: (_old, sent) => eachPair(sent, (key, value) => (key === value ? undefined : [key, value])),
});
