import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores True and FALSE in lower case. The fault of a store that knows booleans. */
export default mutant('value-words-of-logic-lowered', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => (/^(true|false)$/i.test(value) ? value.toLowerCase() : value)),
});
