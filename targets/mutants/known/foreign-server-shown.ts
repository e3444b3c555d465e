import { compliant } from '../../embedded/compliant';
import { notFound } from '../../embedded/http';
import { mutant } from '../mutant';

/** Shows the map of another project’s server in its refusal. The fault of an error that carries the object. */
export default mutant('foreign-server-shown', {
  killedBy: ['ACCESS-06'],
  findServer: (address, caller, store) => {
    const server = store.servers.get(address.serverId);
    if (server === undefined || server.projectId === caller) return compliant.findServer(address, caller, store);
    throw notFound(`Instance ${JSON.stringify({ id: server.id, metadata: server.metadata })}`);
  },
});
