import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Drops keys of 37 or 73 characters. The fault of a length that stands for something else in a packed format. */
export default mutant('key-length-lost', {
  killedBy: ['KEY-01'],
  replace: (_old, sent) =>
    eachPair(sent, (key, value) => (key.length === 37 || key.length === 73 ? undefined : [key, value])),
});
