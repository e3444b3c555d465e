import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Keeps what Windows-1252 can spell, and stores `?` for the rest. The fault of a database with the encoding of its installer. */
export default mutant('value-windows-1252', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) =>
    value.replace(
      /(?!\p{Cc})[^\p{ASCII}\u00a0-\u00ff\u20ac\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2122]/gu,
      '?',
    ),
  ),
});
