import { mutant } from '../mutant';
import { takesKeys } from '../takes-keys';

/** Takes the six characters between Z and a. The fault of `[A-z]` in a regular expression. */
export default mutant('key-a-to-small-z', {
  killedBy: ['KEY-05'],
  checkKey: takesKeys((key) => /^[A-z0-9\-_:.]{1,255}$/.test(key)),
});
