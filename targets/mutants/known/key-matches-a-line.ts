import { mutant } from '../mutant';
import { takesKeys } from '../takes-keys';

/** Takes a key of which one line is good. The fault of `^` and `$` in Ruby. */
export default mutant('key-matches-a-line', {
  killedBy: ['KEY-05', 'KEY-06'],
  checkKey: takesKeys((key) => /^[A-Za-z0-9\-_:.]+$/m.test(key) && key.length <= 255),
});
