import { mutant } from '../mutant';
import { refusesKeys } from '../refuses-keys';

/** Refuses a key that ends in a mark. The fault of a rule taken from DNS labels. */
export default mutant('key-no-mark-last', {
  killedBy: ['KEY-02'],
  checkKey: refusesKeys((key) => /[-_.:]$/.test(key) && !key.startsWith('__')),
});
