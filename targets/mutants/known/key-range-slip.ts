import { mutant } from '../mutant';
import { takesKeys } from '../takes-keys';

/** Takes a slash. The fault of a range in `[A-Za-z0-9_.-:]`, from the dot to the colon. */
export default mutant('key-range-slip', {
  killedBy: ['KEY-05'],
  checkKey: takesKeys((key) => /^[A-Za-z0-9_.-:-]{1,255}$/.test(key)),
});
