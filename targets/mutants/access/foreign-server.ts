import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import { acceptsMetadata } from '../../../contracts/vm-states';
import { compliant } from '../../embedded/compliant';
import { conflict, jsonResponse, notFound } from '../../embedded/http';
import { isObject } from '../helpers/body';
import { mutant } from '../helpers/mutant';

export const foreignSameMapTaken = mutant({
  name: 'foreign-same-map-taken',
  description:
    "Returns 200 if the request contains exactly the metadata of another project's server: a shortcut for requests that change nothing.",
  killedBy: ['ACCESS-06'],
  handle: async (request, next, store) => {
    const answer = await next(request);
    const [, , , , id = '', last] = request.url.split('/');
    const stored = store.servers.get(id)?.metadata;
    if (request.method !== 'PUT' || last !== 'metadata' || answer.status !== 404 || stored === undefined) return answer;
    try {
      const body: unknown = JSON.parse(request.body.toString());
      const isSame = isObject(body) && isObject(body.metadata) && sameMetadata(body.metadata as Metadata, stored);
      return isSame ? jsonResponse(200, { metadata: stored }) : answer;
    } catch {
      throw notFound(id);
    }
  },
});

export const foreignServerCleared = mutant({
  name: 'foreign-server-cleared',
  description: "Clears the metadata of another project's server: a shortcut for empty maps before the access check.",
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

export const foreignServerShown = mutant({
  name: 'foreign-server-shown',
  description:
    "Shows the metadata of another project's server in the error response: an error message that contains the whole object.",
  killedBy: ['ACCESS-06'],
  findServer: (address, caller, store) => {
    const server = store.servers.get(address.serverId);
    if (server === undefined || server.projectId === caller) return compliant.findServer(address, caller, store);
    throw notFound(`Instance ${JSON.stringify({ id: server.id, metadata: server.metadata })}`);
  },
});

export const foreignServerTaken = mutant({
  name: 'foreign-server-taken',
  description: "Accepts a request for another project's server: the owner is not checked.",
  killedBy: ['ACCESS-06'],
  findServer: (address, caller, store) =>
    store.servers.get(address.serverId) ?? compliant.findServer(address, caller, store),
});

export const foreignStateTold = mutant({
  name: 'foreign-state-told',
  description:
    "Returns 409 for another project's server in a vm_state that rejects the request: the vm_state is checked before the owner.",
  killedBy: ['ACCESS-06'],
  findServer: (address, caller, store) => {
    const server = store.servers.get(address.serverId);
    if (server === undefined) throw notFound(`Instance ${address.serverId}`);
    const isForeign = server.projectId !== caller;
    if (isForeign && address.resource === 'metadata' && !acceptsMetadata(server.vmState)) {
      throw conflict(`Cannot 'update metadata' instance ${server.id} while it is in vm_state ${server.vmState}`);
    }
    return compliant.findServer(address, caller, store);
  },
});
