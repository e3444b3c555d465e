import { mutant } from '../mutant';
import { refusesIn } from '../refuses-in';

/** Refuses a stopped server. The fault of a check for a running agent. */
export default mutant('stopped-refused', {
  killedBy: ['STATE-02'],
  checkState: refusesIn('stopped'),
});
