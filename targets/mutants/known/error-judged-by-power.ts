import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes a server in error for what it was before, where that was stopped or paused. The fault of a gate that looks at the power state. */
export default mutant('error-judged-by-power', {
  killedBy: ['STATE-08'],
  changeVmState: (server, to) => {
    server.scratch.set('power', to === 'error' ? server.vmState : to);
    server.vmState = to;
  },
  checkState: (context) => {
    const { locked, scratch, vmState } = context.server;
    const isTaken = vmState === 'error' && ['stopped', 'paused'].includes(String(scratch.get('power')));
    if (!isTaken || locked) compliant.checkState(context);
  },
});
