import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes the request for a shelved server that was paused before. The fault of a gate that asks for the last power state that the host has told. */
export default mutant('shelved-from-paused-taken', {
  killedBy: ['STATE-09'],
  changeVmState: (server, to, store) => {
    server.scratch.set('before', server.vmState);
    compliant.changeVmState(server, to, store);
  },
  checkState: (context) => {
    const { scratch, vmState } = context.server;
    if (vmState !== 'shelved' || scratch.get('before') !== 'paused') compliant.checkState(context);
  },
});
