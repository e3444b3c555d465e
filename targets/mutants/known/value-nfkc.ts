import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Brings values into NFKC. The fault of an analyser of a search index. */
export default mutant('value-nfkc', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.normalize('NFKC')),
});
