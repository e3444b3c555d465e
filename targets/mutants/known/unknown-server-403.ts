import { faithful } from '../../reference/faithful';
import { forbidden } from '../../reference/fault';
import { mutant } from '../mutant';

/** Answers 403 for a server that does not exist. The fault of a policy that is asked before the server is looked for. */
export default mutant('unknown-server-403', {
  killedBy: ['ACCESS-03', 'ACCESS-04'],
  findServer: (address, caller, world) => {
    if (!world.servers.has(address.serverId)) throw forbidden('not allowed');
    return faithful.findServer(address, caller, world);
  },
});
