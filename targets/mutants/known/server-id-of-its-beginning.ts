import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Finds a server by the beginning of its id. The fault of `LIKE 'id%'`. */
export default mutant('server-id-of-its-beginning', {
  killedBy: ['ACCESS-04'],
  findServer: (address, caller, store) => {
    const { serverId } = address;
    const found = serverId.length < 8 ? undefined : [...store.servers.keys()].find((id) => id.startsWith(serverId));
    return compliant.findServer({ ...address, serverId: found ?? serverId }, caller, store);
  },
});
