import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes the request in vm_state rescued, where the server was stopped before. The fault of a gate that looks at the state to go back to. */
export default mutant('rescued-from-stopped-taken', {
  killedBy: ['STATE-06'],
  changeVmState: (server, to) => {
    if (to === 'rescued') server.scratch.set('back to', server.vmState);
    server.vmState = to;
  },
  checkState: (context) => {
    const { locked, scratch, vmState } = context.server;
    if (vmState !== 'rescued' || scratch.get('back to') !== 'stopped' || locked) compliant.checkState(context);
  },
});
