import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Removes what looks like a tag. The fault of a filter against cross-site scripting. */
export default mutant('value-tags-stripped', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replace(/<\/?[a-z][^>]*>/gi, '')),
});
