import { mutant } from '../mutant';

/** Loses the map when a server comes back from the shelf. The fault of a server that is made anew from its image. */
export default mutant('unshelve-loses', {
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (server.vmState === 'shelved_offloaded') server.metadata = {};
    server.vmState = to;
  },
});
