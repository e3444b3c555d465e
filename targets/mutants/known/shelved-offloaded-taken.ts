import { mutant } from '../mutant';
import { takesIn } from '../takes-in';

/** Takes a server that is shelved and offloaded. The fault of a list from before there was that state. */
export default mutant('shelved-offloaded-taken', {
  killedBy: ['STATE-10'],
  checkState: takesIn('shelved_offloaded'),
});
