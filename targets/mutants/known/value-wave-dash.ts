import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores a wave dash as a fullwidth tilde. The fault of two tables for Shift_JIS that do not agree. */
export default mutant('value-wave-dash', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replaceAll('\u301c', '\uff5e')),
});
