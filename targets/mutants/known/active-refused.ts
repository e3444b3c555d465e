import { mutant } from '../mutant';
import { refusesIn } from '../refuses-in';

/** Refuses an active server. The fault of a rule that was meant for resizing. */
export default mutant('active-refused', {
  killedBy: ['STATE-01'],
  checkState: refusesIn('active'),
});
