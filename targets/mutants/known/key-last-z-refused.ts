import { mutant } from '../mutant';
import { refusesKeys } from '../refuses-keys';

/** Takes the letters A to Y alone in capitals. The fault of a range typed by hand. */
export default mutant('key-last-z-refused', {
  killedBy: ['KEY-02'],
  checkKey: refusesKeys((key) => key.includes('Z')),
});
