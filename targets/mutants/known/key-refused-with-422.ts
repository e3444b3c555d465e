import { compliant } from '../../embedded/compliant';
import { HttpError } from '../../embedded/http';
import { mutant } from '../mutant';

/** Refuses a bad key with 422. The fault of a framework’s own validation. */
export default mutant('key-refused-with-422', {
  killedBy: ['KEY-03', 'KEY-04', 'KEY-05', 'KEY-06', 'KEY-07'],
  checkKey: (key, context) => {
    try {
      compliant.checkKey(key, context);
    } catch {
      throw new HttpError(422, 'bad key');
    }
  },
});
