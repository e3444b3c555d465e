import type { Metadata } from '../../../contracts/metadata';
import { mutant } from '../mutant';

/** Restores on starting what was there on stopping. The fault of a snapshot of the whole server. */
export default mutant('start-restores', {
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (to === 'stopped') server.scratch.set('snapshot', server.metadata);
    if (server.vmState === 'stopped' && to === 'active') server.metadata = server.scratch.get('snapshot') as Metadata;
    server.vmState = to;
  },
});
