import { mutant } from '../mutant';

/** Loses the map when a server is stopped. The fault of metadata that is kept with the running guest. */
export default mutant('stop-loses', {
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (to === 'stopped') server.metadata = {};
    server.vmState = to;
  },
});
