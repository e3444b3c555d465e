import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { mutant } from '../mutant';

/** Answers 400 for an id that is no UUID. The fault of a typed parameter in the route. */
export default mutant('no-uuid-400', {
  killedBy: ['ACCESS-04'],
  findServer: (address, caller, store) => {
    if (!/^[0-9a-f-]{36}$/.test(address.serverId)) throw badRequest('server_id: not a uuid');
    return compliant.findServer(address, caller, store);
  },
});
