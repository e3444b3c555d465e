import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes letters and digits of every script. The fault of `\\w` in a Unicode regular expression. */
export default mutant('key-word-characters', {
  killedBy: ['KEY-05'],
  checkKey: (key, context) => {
    const plain = key.replace(/[\p{Alphabetic}\p{Nd}\p{Pc}]/gu, 'x');
    compliant.checkKey(plain, context);
  },
});
