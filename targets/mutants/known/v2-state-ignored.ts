import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Does not look at the vm_state under /v2. The fault of a check that was added to the newer handler. */
export default mutant('v2-state-ignored', {
  killedBy: ['STATE-05', 'STATE-06', 'STATE-07', 'STATE-08', 'STATE-09', 'STATE-10', 'STATE-11', 'STATE-12'],
  checkState: (context) => {
    if (context.version === 'v2.1' || context.server.locked) compliant.checkState(context);
  },
});
