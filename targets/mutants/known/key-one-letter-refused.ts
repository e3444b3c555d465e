import { mutant } from '../mutant';
import { refusesKeys } from '../refuses-keys';

/** Refuses keys of one character. The fault of `{2,255}` in a regular expression. */
export default mutant('key-one-letter-refused', {
  killedBy: ['KEY-01'],
  checkKey: refusesKeys((key) => key.length === 1),
});
