import { faithful } from '../../reference/faithful';
import { forbidden } from '../../reference/fault';
import { variant } from '../variant';

/** Refuses another project's server with 403 (ACCESS-06). */
export default variant('foreign-server-403', {
  findServer: (address, caller, world) => {
    const isForeign = world.servers.has(address.serverId) && world.servers.get(address.serverId)?.projectId !== caller;
    if (isForeign) throw forbidden('Policy does not allow this request to be performed.');
    return faithful.findServer(address, caller, world);
  },
});
