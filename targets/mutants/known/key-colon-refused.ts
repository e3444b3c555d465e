import { mutant } from '../mutant';
import { refusesKeys } from '../refuses-keys';

/** Refuses a colon in a key. The fault of a rule taken from tags. */
export default mutant('key-colon-refused', {
  killedBy: ['KEY-02'],
  checkKey: refusesKeys((key) => key.includes(':')),
});
