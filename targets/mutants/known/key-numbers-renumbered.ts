import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Numbers the keys that are whole numbers anew. The fault of `array_merge` in PHP. */
export default mutant('key-numbers-renumbered', {
  killedBy: ['KEY-02'],
  replace: (_old, sent) => {
    let next = 0;
    return eachPair(sent, (key, value) => (/^(0|[1-9]\d{0,8})$/.test(key) ? [String(next++), value] : [key, value]));
  },
});
