import { randomUUID } from 'node:crypto';
import type { Behaviour } from './behaviour';
import { badRequest } from './fault';
import { type Incoming, json, type Outgoing } from './http-message';
import { makeServer, type ServerRecord, type World } from './world';

/** POST …/servers: the server is there at once, whatever it is to be made of. */
export function make(request: Incoming, caller: string, world: World, behaviour: Behaviour): Outgoing {
  const { server } = (behaviour.readBody(request) ?? {}) as { server?: { name?: unknown; metadata?: unknown } };
  if (typeof server?.name !== 'string') throw badRequest('Invalid input for field/attribute name');
  const id = randomUUID();
  world.servers.set(id, makeServer(id, server.name, caller, 'active', world.clock.date()));
  return json(202, { server: { id } });
}

/** DELETE …/servers/{server_id}. */
export function remove(server: ServerRecord, world: World, behaviour: Behaviour): Outgoing {
  behaviour.changeVmState(server, 'deleted', world);
  return { status: 204, headers: {}, body: '' };
}

/** GET …/servers?name=…: those of the caller that are not deleted. */
export function list({ url }: Incoming, caller: string, world: World): Outgoing {
  const name = new URLSearchParams(url.split('?')[1]).get('name') ?? '';
  const servers = [...world.servers.values()].filter(
    (server) => server.projectId === caller && server.vmState !== 'deleted' && server.name.includes(name),
  );
  return json(200, { servers: servers.map((server) => ({ id: server.id, name: server.name })) });
}
