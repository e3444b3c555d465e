import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes a space within a key, and refuses it at the ends. The fault of a rule from one page of the book and a library from another. */
export default mutant('key-space-within', {
  killedBy: ['KEY-07'],
  checkKey: (key, context) => compliant.checkKey(key.trim() === key ? key.replaceAll(' ', '_') : key, context),
});
