import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Answers 200 for a server that does not exist. The fault of an upsert keyed by the id of the URI. */
export default mutant('unknown-server-created', {
  killedBy: ['ACCESS-03'],
  findServer: (address, caller, store) => {
    const known = store.servers.get(address.serverId);
    const [template] = store.servers.values();
    const isUuid = /^[0-9a-f-]{36}$/.test(address.serverId);
    if (known !== undefined || template === undefined || !isUuid) return compliant.findServer(address, caller, store);
    return { ...template, id: address.serverId, metadata: {}, vmState: 'active' };
  },
});
