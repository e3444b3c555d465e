import { mutant } from '../mutant';
import { refusesKeys } from '../refuses-keys';

/** Refuses two dots in a row. The fault of a filter against path traversal. */
export default mutant('key-two-dots-refused', {
  killedBy: ['KEY-02'],
  checkKey: refusesKeys((key) => key.includes('..')),
});
