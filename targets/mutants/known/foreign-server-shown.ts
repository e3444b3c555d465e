import { faithful } from '../../reference/faithful';
import { notFound } from '../../reference/fault';
import { mutant } from '../mutant';

/** Shows the map of another project’s server in its refusal. The fault of an error that carries the object. */
export default mutant('foreign-server-shown', {
  killedBy: ['ACCESS-06'],
  findServer: (address, caller, world) => {
    const server = world.servers.get(address.serverId);
    if (server === undefined || server.projectId === caller) return faithful.findServer(address, caller, world);
    throw notFound(`Instance ${JSON.stringify({ id: server.id, metadata: server.metadata })}`);
  },
});
