import { mutant } from '../mutant';
import { takesIn } from '../takes-in';

/** Takes a server that is softly deleted. The fault of `deleted = 0` in a query. */
export default mutant('soft-deleted-taken', {
  killedBy: ['STATE-11'],
  checkState: takesIn('soft-delete'),
});
