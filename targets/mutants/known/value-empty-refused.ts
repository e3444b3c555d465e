import { mutant } from '../mutant';
import { refusesValues } from '../refuses-values';

/** Refuses an empty value. The fault of `required` on a field of a form. */
export default mutant('value-empty-refused', {
  killedBy: ['VALUE-02'],
  checkValue: refusesValues((value) => value === ''),
});
