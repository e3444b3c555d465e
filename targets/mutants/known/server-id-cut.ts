import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Takes an id with something after it. The fault of a column of 36 characters. */
export default mutant('server-id-cut', {
  killedBy: ['ACCESS-04'],
  findServer: (address, caller, store) =>
    compliant.findServer({ ...address, serverId: address.serverId.slice(0, 36) }, caller, store),
});
