import { compliant } from '../../embedded/compliant';
import { forbidden } from '../../embedded/http';
import { mutant } from '../mutant';

/** Answers 403 for a server that does not exist. The fault of a policy that is asked before the server is looked for. */
export default mutant('unknown-server-403', {
  killedBy: ['ACCESS-03', 'ACCESS-04'],
  findServer: (address, caller, store) => {
    if (!store.servers.has(address.serverId)) throw forbidden('not allowed');
    return compliant.findServer(address, caller, store);
  },
});
