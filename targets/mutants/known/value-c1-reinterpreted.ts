import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores an ellipsis for U+0085. The fault of Latin-1 that is read as Windows-1252. */
export default mutant('value-c1-reinterpreted', {
  killedBy: ['VALUE-08'],
  replace: altersValues((value) => value.replaceAll('\u0085', '\u2026')),
});
