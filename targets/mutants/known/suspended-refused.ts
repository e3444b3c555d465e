import { mutant } from '../mutant';
import { refusesIn } from '../refuses-in';

/** Refuses a suspended server. The fault of a list of states copied from another operation. */
export default mutant('suspended-refused', {
  killedBy: ['STATE-04'],
  checkState: refusesIn('suspended'),
});
