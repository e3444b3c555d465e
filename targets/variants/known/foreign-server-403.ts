import { compliant } from '../../embedded/compliant';
import { forbidden } from '../../embedded/http';
import { variant } from '../variant';

/** Refuses another project's server with 403 (ACCESS-06). */
export default variant('foreign-server-403', {
  findServer: (address, caller, store) => {
    const isForeign = store.servers.has(address.serverId) && store.servers.get(address.serverId)?.projectId !== caller;
    if (isForeign) throw forbidden('Policy does not allow this request to be performed.');
    return compliant.findServer(address, caller, store);
  },
});
