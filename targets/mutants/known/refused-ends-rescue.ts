import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Refuses the request of a rescued server, which it has made active before. The fault of an error path that resets the state. */
export default mutant('refused-ends-rescue', {
  killedBy: ['STATE-06'],
  checkState: (context) => {
    const { server } = context;
    const { vmState } = server;
    if (vmState === 'rescued') server.vmState = 'active';
    compliant.checkState({ ...context, server: { ...server, vmState } });
  },
});
