import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Keeps the spelling of the old key when it differs in case alone. The fault of an update under a case-insensitive collation. */
export default mutant('key-case-of-old-stays', {
  killedBy: ['KEY-08'],
  replace: (old, sent) => {
    const spelled = new Map(Object.keys(old).map((key) => [key.toLowerCase(), key]));
    return eachPair(sent, (key, value) => [
      Object.hasOwn(old, key) ? key : (spelled.get(key.toLowerCase()) ?? key),
      value,
    ]);
  },
});
