import { mutant } from '../mutant';
import { refusesValues } from '../refuses-values';

/** Refuses the first half of a surrogate pair, and stores a second half. The fault of looking for what must follow, and never for what must precede. */
export default mutant('lone-surrogate-mixed', {
  killedBy: ['VALUE-10'],
  checkValue: refusesValues((value) => /[\ud800-\udbff](?![\udc00-\udfff])/.test(value)),
});
