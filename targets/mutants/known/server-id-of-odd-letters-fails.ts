import { compliant } from '../../embedded/compliant';
import { HttpError } from '../../embedded/http';
import { mutant } from '../mutant';

/** Fails at an id of the shape of a UUID that is none. The fault of a column of the type UUID behind a check of the length. */
export default mutant('server-id-of-odd-letters-fails', {
  killedBy: ['ACCESS-04'],
  findServer: (address, caller, store) => {
    const { serverId } = address;
    if (/^\w{8}(-\w{4}){3}-\w{12}$/.test(serverId) && !/^[0-9a-f-]+$/i.test(serverId)) {
      throw new HttpError(500, 'Unexpected API Error.');
    }
    return compliant.findServer(address, caller, store);
  },
});
