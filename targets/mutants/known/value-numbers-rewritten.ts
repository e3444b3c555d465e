import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores `007` as `7`. The fault of a store that guesses types. */
export default mutant('value-numbers-rewritten', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => (/^\d{2,15}$/.test(value) ? String(Number(value)) : value)),
});
