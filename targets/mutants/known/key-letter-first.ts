import { mutant } from '../mutant';
import { refusesKeys } from '../refuses-keys';

/** Wants a letter at the first place of a key. The fault of a rule taken from identifiers. */
export default mutant('key-letter-first', {
  killedBy: ['KEY-02'],
  checkKey: refusesKeys((key) => !/^[A-Za-z_]/.test(key)),
});
