import { mutant } from '../mutant';
import { takesIn } from '../takes-in';

/** Takes a server that is deleted. The fault of a row that is marked, never removed. */
export default mutant('deleted-taken', {
  killedBy: ['STATE-12'],
  checkState: takesIn('deleted'),
});
