import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Finds a server by the beginning of its id. The fault of `LIKE 'id%'`. */
export default mutant('server-id-of-its-beginning', {
  killedBy: ['ACCESS-04'],
  findServer: (address, caller, world) => {
    const { serverId } = address;
    const found = serverId.length < 8 ? undefined : [...world.servers.keys()].find((id) => id.startsWith(serverId));
    return faithful.findServer({ ...address, serverId: found ?? serverId }, caller, world);
  },
});
