import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores `?` for a character beyond U+FFFF. The fault of MySQL’s three-byte utf8 in a lenient mode. */
export default mutant('value-astral-question-mark', {
  killedBy: ['VALUE-06'],
  replace: altersValues((value) => value.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
});
