import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Does not look at whose server it is. */
export default mutant('foreign-server-taken', {
  killedBy: ['ACCESS-06'],
  findServer: (address, caller, store) =>
    store.servers.get(address.serverId) ?? compliant.findServer(address, caller, store),
});
