import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Removes characters of no width. The fault of a sanitiser against look-alikes. */
export default mutant('value-zero-width-lost', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => value.replace(/[\u200b-\u200d\u2060]/g, '')),
});
