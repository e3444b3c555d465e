import { compliant } from '../../embedded/compliant';
import { badRequest, forbidden, HttpError } from '../../embedded/http';
import { mutant } from '../helpers/mutant';

export const noUuid400 = mutant({
  name: 'no-uuid-400',
  description: 'Returns 400 for an id that is not a UUID: a typed route parameter.',
  killedBy: ['ACCESS-04'],
  findServer: (address, caller, store) => {
    if (!/^[0-9a-f-]{36}$/.test(address.serverId)) throw badRequest('server_id: not a uuid');
    return compliant.findServer(address, caller, store);
  },
});

export const noUuidFails = mutant({
  name: 'no-uuid-fails',
  description: 'Fails with 500 for an id that is not a UUID: PostgreSQL raises an error when it compares the two.',
  killedBy: ['ACCESS-04'],
  findServer: (address, caller, store) => {
    if (!/^[0-9a-f-]{36}$/.test(address.serverId)) throw new TypeError('invalid input syntax for type uuid');
    return compliant.findServer(address, caller, store);
  },
});

export const serverIdCut = mutant({
  name: 'server-id-cut',
  description: 'Finds a server by its id with extra characters after it: a column of 36 characters cuts them off.',
  killedBy: ['ACCESS-04'],
  findServer: (address, caller, store) =>
    compliant.findServer({ ...address, serverId: address.serverId.slice(0, 36) }, caller, store),
});

export const serverIdOfItsBeginning = mutant({
  name: 'server-id-of-its-beginning',
  description: "Finds a server by the first characters of its id: a query with `LIKE 'id%'`.",
  killedBy: ['ACCESS-04'],
  findServer: (address, caller, store) => {
    const { serverId } = address;
    const found = serverId.length < 8 ? undefined : [...store.servers.keys()].find((id) => id.startsWith(serverId));
    return compliant.findServer({ ...address, serverId: found ?? serverId }, caller, store);
  },
});

export const serverIdOfOddLettersFails = mutant({
  name: 'server-id-of-odd-letters-fails',
  description:
    'Fails with 500 for an id that has the shape of a UUID and other letters: a UUID column behind a check of the length only.',
  killedBy: ['ACCESS-04'],
  findServer: (address, caller, store) => {
    const { serverId } = address;
    if (/^\w{8}(-\w{4}){3}-\w{12}$/.test(serverId) && !/^[0-9a-f-]+$/i.test(serverId)) {
      throw new HttpError(500, 'Unexpected API Error.');
    }
    return compliant.findServer(address, caller, store);
  },
});

export const unknownServer403 = mutant({
  name: 'unknown-server-403',
  description: 'Returns 403 for a server that does not exist: the policy runs before the lookup of the server.',
  killedBy: ['ACCESS-03', 'ACCESS-04'],
  findServer: (address, caller, store) => {
    if (!store.servers.has(address.serverId)) throw forbidden('not allowed');
    return compliant.findServer(address, caller, store);
  },
});

export const unknownServerCreated = mutant({
  name: 'unknown-server-created',
  description: 'Returns 200 for a server that does not exist: an upsert by the id in the URI.',
  killedBy: ['ACCESS-03'],
  findServer: (address, caller, store) => {
    const known = store.servers.get(address.serverId);
    const [template] = store.servers.values();
    const isUuid = /^[0-9a-f-]{36}$/.test(address.serverId);
    if (known !== undefined || template === undefined || !isUuid) return compliant.findServer(address, caller, store);
    return { ...template, id: address.serverId, metadata: {}, vmState: 'active' };
  },
});
