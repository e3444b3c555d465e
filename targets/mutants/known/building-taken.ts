import { mutant } from '../mutant';
import { takesIn } from '../takes-in';

/** Takes a server that is being built. The fault of a list of states that is too long. */
export default mutant('building-taken', {
  killedBy: ['STATE-05'],
  checkState: takesIn('building'),
});
