import { faithful } from '../../reference/faithful';
import { Fault } from '../../reference/fault';
import { mutant } from '../mutant';

/** Refuses a bad key with 422. The fault of a framework’s own validation. */
export default mutant('key-refused-with-422', {
  killedBy: ['KEY-03', 'KEY-04', 'KEY-05', 'KEY-06', 'KEY-07'],
  checkKey: (key, context) => {
    try {
      faithful.checkKey(key, context);
    } catch {
      throw new Fault(422, 'bad key');
    }
  },
});
