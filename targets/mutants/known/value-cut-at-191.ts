import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Cuts values at 191 characters. The fault of an index over a column in utf8mb4. */
export default mutant('value-cut-at-191', {
  killedBy: ['VALUE-01'],
  replace: altersValues((value) => Array.from(value).slice(0, 191).join('')),
});
