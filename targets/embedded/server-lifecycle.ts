import { randomUUID } from 'node:crypto';
import type { Behaviour } from './behaviour';
import { badRequest, type IncomingRequest, jsonResponse, type OutgoingResponse } from './http';
import { createServerRecord, type ServerRecord, type Store } from './store';

/** POST …/servers: the server is active at once. Image, flavor and network are ignored. */
export function createServer(
  request: IncomingRequest,
  caller: string,
  store: Store,
  behaviour: Behaviour,
): OutgoingResponse {
  const { server } = (behaviour.readBody(request) ?? {}) as { server?: { name?: unknown; metadata?: unknown } };
  if (typeof server?.name !== 'string') throw badRequest('Invalid input for field/attribute name');
  const id = randomUUID();
  store.servers.set(id, createServerRecord(id, server.name, caller, 'active', store.clock.date()));
  return jsonResponse(202, { server: { id } });
}

/** DELETE …/servers/{server_id}. */
export function deleteServer(server: ServerRecord, store: Store, behaviour: Behaviour): OutgoingResponse {
  behaviour.changeVmState(server, 'deleted', store);
  return { status: 204, headers: {}, body: '' };
}

/** GET …/servers?name=…: the servers of the caller that are not deleted. */
export function listServers({ url }: IncomingRequest, caller: string, store: Store): OutgoingResponse {
  const name = new URLSearchParams(url.split('?')[1]).get('name') ?? '';
  const servers = [...store.servers.values()].filter(
    (server) => server.projectId === caller && server.vmState !== 'deleted' && server.name.includes(name),
  );
  return jsonResponse(200, { servers: servers.map((server) => ({ id: server.id, name: server.name })) });
}
