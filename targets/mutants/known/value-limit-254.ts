import { mutant } from '../mutant';
import { refusesValues } from '../refuses-values';

/** Refuses values of 255 characters. The fault of `<` for `<=`. */
export default mutant('value-limit-254', {
  killedBy: ['VALUE-01'],
  checkValue: refusesValues((value) => Array.from(value).length >= 255),
});
