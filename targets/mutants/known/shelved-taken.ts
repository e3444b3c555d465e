import { mutant } from '../mutant';
import { takesIn } from '../takes-in';

/** Takes a shelved server. The fault of a list of states that is too long. */
export default mutant('shelved-taken', {
  killedBy: ['STATE-09'],
  checkState: takesIn('shelved'),
});
