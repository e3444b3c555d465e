import { mutant } from '../mutant';
import { takesKeys } from '../takes-keys';

/** Takes an empty key. The fault of `*` for `+` in a regular expression. */
export default mutant('key-empty-taken', {
  killedBy: ['KEY-03'],
  checkKey: takesKeys((key) => key === ''),
});
