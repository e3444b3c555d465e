import { compliant } from '../../embedded/compliant';
import { notFound } from '../../embedded/http';
import { mutant } from '../mutant';

/** Takes an empty map for another project’s server. The fault of a shortcut before the check. */
export default mutant('foreign-server-cleared', {
  killedBy: ['ACCESS-06'],
  findServer: (address, _caller, store) => {
    const server = store.servers.get(address.serverId);
    if (server === undefined) throw notFound(address.serverId);
    return server;
  },
  checkState: (context) => {
    const { caller, request, server } = context;
    const isClearing = request.method === 'PUT' && request.body.toString().replace(/\s/g, '') === '{"metadata":{}}';
    if (server.projectId !== caller && !isClearing) throw notFound(server.id);
    compliant.checkState(context);
  },
  load: ({ caller, server }) => {
    if (server.projectId !== caller) throw notFound(server.id);
    return server.metadata;
  },
});
