import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Loses characters of plane 2. The fault of a table of characters made before them. */
export default mutant('value-third-plane-lost', {
  killedBy: ['VALUE-06'],
  replace: altersValues((value) => value.replace(/[\u{20000}-\u{2ffff}]/gu, '\u3013')),
});
