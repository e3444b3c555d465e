import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Shelves a stopped server with the map that it had when it stopped. The fault of a snapshot that is made of what was kept at the stop. */
export default mutant('shelve-of-stopped-restores', {
  killedBy: ['STATE-13'],
  changeVmState: (server, to, store) => {
    if (to === 'stopped') server.scratch.set('at the stop', server.metadata);
    const kept = server.scratch.get('at the stop') as Metadata | undefined;
    if (server.vmState === 'stopped' && to === 'shelved' && kept !== undefined) server.metadata = kept;
    compliant.changeVmState(server, to, store);
  },
});
