import type { Metadata } from '../../../contracts/metadata';
import { mutant } from '../mutant';

/** Restores on resuming what was there on suspending. The fault of a saved memory that holds the metadata too. */
export default mutant('resume-restores', {
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (to === 'suspended') server.scratch.set('saved', server.metadata);
    if (server.vmState === 'suspended' && to === 'active') server.metadata = server.scratch.get('saved') as Metadata;
    server.vmState = to;
  },
});
