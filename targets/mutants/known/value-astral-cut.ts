import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Cuts a value at its first character beyond U+FFFF. The fault of MySQL’s three-byte utf8 without warnings. */
export default mutant('value-astral-cut', {
  killedBy: ['VALUE-06'],
  replace: altersValues((value) => value.replace(/[\u{10000}-\u{10ffff}].*$/su, '')),
});
