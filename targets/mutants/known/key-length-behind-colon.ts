import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Counts the characters of a key behind its last colon alone. The fault of a column for the name beside one for its prefix. */
export default mutant('key-length-behind-colon', {
  killedBy: ['KEY-04'],
  checkKey: (key, context) => {
    const name = key.slice(key.lastIndexOf(':') + 1);
    compliant.checkKey(name === '' ? key : name, context);
    if (name.length < key.length) compliant.checkKey(key.slice(0, 255), context);
  },
});
