import { mutant } from '../mutant';
import { takesKeys } from '../takes-keys';

/** Knows no limit on keys. The fault of a text column. */
export default mutant('key-no-limit', {
  killedBy: ['KEY-04'],
  checkKey: takesKeys((key) => /^[A-Za-z0-9\-_:.]{256,}$/.test(key)),
});
