import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes a rescued server. */
export default mutant('rescued-taken', {
  killedBy: ['STATE-06'],
  checkState: (context) => {
    if (context.server.vmState !== 'rescued') compliant.checkState(context);
  },
});
