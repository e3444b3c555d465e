import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Fails over an id that is no UUID. The fault of PostgreSQL, which refuses to compare it. */
export default mutant('no-uuid-fails', {
  killedBy: ['ACCESS-04'],
  findServer: (address, caller, store) => {
    if (!/^[0-9a-f-]{36}$/.test(address.serverId)) throw new TypeError('invalid input syntax for type uuid');
    return compliant.findServer(address, caller, store);
  },
});
