import { acceptsMetadata } from '../../../contracts/vm-states';
import { compliant } from '../../embedded/compliant';
import { conflict, notFound } from '../../embedded/http';
import { mutant } from '../mutant';

/** Answers 409 for another project’s server in a vm_state that refuses the request. The fault of a gate before the owner is looked at. */
export default mutant('foreign-state-told', {
  killedBy: ['ACCESS-06'],
  findServer: (address, caller, store) => {
    const server = store.servers.get(address.serverId);
    if (server === undefined) throw notFound(`Instance ${address.serverId}`);
    const isForeign = server.projectId !== caller;
    if (isForeign && address.resource === 'metadata' && !acceptsMetadata(server.vmState)) {
      throw conflict(`Cannot 'update metadata' instance ${server.id} while it is in vm_state ${server.vmState}`);
    }
    return compliant.findServer(address, caller, store);
  },
});
