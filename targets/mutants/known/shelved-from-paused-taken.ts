import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Takes the request for a shelved server that was paused before. The fault of a gate that asks for the last power state that the host has told. */
export default mutant('shelved-from-paused-taken', {
  killedBy: ['STATE-09'],
  changeVmState: (server, to, world) => {
    server.scratch.set('before', server.vmState);
    faithful.changeVmState(server, to, world);
  },
  checkState: (context) => {
    const { scratch, vmState } = context.server;
    if (vmState !== 'shelved' || scratch.get('before') !== 'paused') faithful.checkState(context);
  },
});
