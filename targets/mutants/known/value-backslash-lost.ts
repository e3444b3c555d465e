import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Loses one of two backslashes. The fault of escapes that are undone twice. */
export default mutant('value-backslash-lost', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replaceAll('\\\\', '\\')),
});
