import { mutant } from '../mutant';
import { refusesValues } from '../refuses-values';

/** Refuses control characters. The fault of a rule meant for names. */
export default mutant('value-controls-refused', {
  killedBy: ['VALUE-07'],
  checkValue: refusesValues((value) => /\p{Cc}/u.test(value)),
});
