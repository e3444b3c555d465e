import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Remembers the vm_state in which it first saw a server. The fault of a cache that no event clears. */
export default mutant('state-of-first-sight', {
  killedBy: ['STATE-06', 'STATE-08', 'STATE-09', 'STATE-10'],
  checkState: (context) => {
    const { server } = context;
    if (!server.scratch.has('state')) server.scratch.set('state', server.vmState);
    if (server.scratch.get('state') !== 'active' || server.locked) compliant.checkState(context);
  },
});
