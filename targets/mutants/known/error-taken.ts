import { mutant } from '../mutant';
import { takesIn } from '../takes-in';

/** Takes a server in error. The fault of a list of states that is too long. */
export default mutant('error-taken', {
  killedBy: ['STATE-08'],
  checkState: takesIn('error'),
});
