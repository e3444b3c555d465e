import { mutant } from '../mutant';
import { takesKeys } from '../takes-keys';

/** Takes a key that holds any good character. The fault of `search` for `fullmatch`. */
export default mutant('key-searched-not-matched', {
  killedBy: ['KEY-05', 'KEY-06'],
  checkKey: takesKeys((key) => /[A-Za-z0-9\-_:.]/.test(key) && !key.includes(' ') && key.length <= 255),
});
