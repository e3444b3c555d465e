import { mutant } from '../mutant';
import { takesKeys } from '../takes-keys';

/** Takes the Kelvin sign and the long s. The fault of the flags `iu` of a regular expression. */
export default mutant('key-folds-case', {
  killedBy: ['KEY-05'],
  checkKey: takesKeys((key) => /^[a-z0-9\-_:.]{1,255}$/iu.test(key)),
});
