import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Loses the last character of a value of 48, 112 or 176 characters. The fault of padding that is taken away where there is none. */
export default mutant('value-length-of-blocks', {
  killedBy: ['VALUE-03'],
  alsoBreaks: ['VALUE-01', 'VALUE-08'],
  replace: altersValues((value) => ([48, 112, 176].includes(value.length) ? value.slice(0, -1) : value)),
});
