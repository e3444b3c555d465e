import { mutant } from '../mutant';
import { takesIn } from '../takes-in';

/** Takes a resized server. The fault of a comparison with the status, which is VERIFY_RESIZE. */
export default mutant('resized-taken', {
  killedBy: ['STATE-07'],
  checkState: takesIn('resized'),
});
