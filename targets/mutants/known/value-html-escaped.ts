import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores `&lt;` for `<`. The fault of escaping on the way in. */
export default mutant('value-html-escaped', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
});
