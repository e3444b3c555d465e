import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Counts the characters of each line. The fault of `^.{0,255}$` with the flag for several lines. */
export default mutant('value-length-of-lines', {
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) => {
    const lines = typeof value === 'string' ? value.split('\n') : [value];
    for (const line of lines) compliant.checkValue(line, key, context);
  },
});
