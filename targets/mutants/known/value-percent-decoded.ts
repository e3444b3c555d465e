import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Decodes `%41`. The fault of a function shared with the query string. */
export default mutant('value-percent-decoded', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) =>
    value.replace(/%([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  ),
});
