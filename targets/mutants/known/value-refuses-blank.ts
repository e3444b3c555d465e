import { mutant } from '../mutant';
import { refusesValues } from '../refuses-values';

/** Refuses a value of spaces alone. The fault of `@NotBlank` where an empty value was let through. */
export default mutant('value-refuses-blank', {
  killedBy: ['VALUE-03'],
  checkValue: refusesValues((value) => value !== '' && value.trim() === ''),
});
