import { mutant } from '../mutant';
import { refusesKeys } from '../refuses-keys';

/** Refuses keys of 255 characters. The fault of `<` for `<=`. */
export default mutant('key-limit-254', {
  killedBy: ['KEY-01'],
  checkKey: refusesKeys((key) => key.length >= 255),
});
