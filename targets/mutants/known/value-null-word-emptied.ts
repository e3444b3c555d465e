import { altersValues } from '../alters-values';
import { mutant } from '../mutant';

/** Stores nothing for the text `null`. The fault of text that passes through CSV. */
export default mutant('value-null-word-emptied', {
  killedBy: ['VALUE-03'],
  replace: altersValues((value) => (value === 'null' ? '' : value)),
});
