import { faithful } from '../../reference/faithful';
import { mutant } from '../mutant';

/** Does not look at whose server it is. */
export default mutant('foreign-server-taken', {
  killedBy: ['ACCESS-06'],
  findServer: (address, caller, world) =>
    world.servers.get(address.serverId) ?? faithful.findServer(address, caller, world),
});
