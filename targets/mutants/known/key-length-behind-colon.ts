import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Counts the characters of a key behind its last colon alone. The fault of a column for the name beside one for its prefix. */
export default mutant('key-length-behind-colon', {
  killedBy: ['KEY-04'],
  checkKey: (key, context) => {
    const name = key.slice(key.lastIndexOf(':') + 1);
    faithful.checkKey(name === '' ? key : name, context);
    if (name.length < key.length) faithful.checkKey(key.slice(0, 255), context);
  },
});
