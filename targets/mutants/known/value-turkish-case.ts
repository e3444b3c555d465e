import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores a dotless i as an i. The fault of a change of case under another locale. */
export default mutant('value-turkish-case', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replaceAll('ı', 'i')),
});
