import { act } from './actions';
import type { Behaviour, Context } from './behaviour';
import { Fault, notFound } from './fault';
import { type Incoming, json, type Outgoing } from './http-message';
import { merge, putItem, removeItem, showItem } from './items';
import { list, make, remove } from './made-servers';
import { checkMicroversion, microversionHeaders } from './microversion';
import { type Address, addressOf } from './route';
import type { World } from './world';

/** Answers one request. */
export async function serve(request: Incoming, world: World, behaviour: Behaviour): Promise<Outgoing> {
  try {
    return await behaviour.handle(request, (inner) => answered(inner, world, behaviour), world);
  } catch (error) {
    if (error instanceof Fault) return behaviour.refuse(error, request);
    return behaviour.refuse(new Fault(500, 'Unexpected API Error.'), request);
  }
}

async function answered(request: Incoming, world: World, behaviour: Behaviour): Promise<Outgoing> {
  try {
    behaviour.checkSize(request);
    const address = addressOf(request.url);
    // Nova looks at the token before it looks for the route.
    const caller = behaviour.authorise(request, address ?? anywhere(request), world);
    if (address === undefined) throw notFound('The resource');
    checkMicroversion(request, address.version);
    return await dispatched(request, address, caller, world, behaviour);
  } catch (error) {
    if (error instanceof Fault) return behaviour.refuse(error, request);
    throw error;
  }
}

/** A path that is not served still names a project, if it is of the API at all. */
function anywhere({ url }: Incoming): Address {
  const [, , projectId = ''] = url.split('/');
  return { version: 'v2.1', projectId, resource: 'server', serverId: '', key: '' };
}

async function dispatched(
  request: Incoming,
  address: Address,
  caller: string,
  world: World,
  behaviour: Behaviour,
): Promise<Outgoing> {
  const { version, resource, key } = address;
  if (resource === 'limits') return limits(request, world);
  const operation = `${request.method} ${resource}`;
  if (operation === 'POST servers') return make(request, caller, world, behaviour);
  if (operation === 'GET servers') return list(request, caller, world);
  // The server is looked for once the request is known to be served, and the body of a PUT before it.
  const context = (): Context => {
    const server = behaviour.findServer(address, caller, world);
    return { world, behaviour, request, version, caller, server };
  };
  switch (operation) {
    case 'PUT metadata':
      return behaviour.replaceMetadata(context());
    case 'GET metadata':
      return json(200, { metadata: await behaviour.load(context()) });
    case 'POST metadata':
      return merge(context());
    case 'GET item':
      return showItem(key, context());
    case 'PUT item':
      return putItem(key, context());
    case 'DELETE item':
      return removeItem(key, context());
    case 'POST action':
      return act(behaviour.readBody(request), context());
    case 'GET server':
      return show(context());
    case 'DELETE server':
      return remove(context().server, world, behaviour);
    default:
      throw notFound('The resource');
  }
}

async function show(context: Context): Promise<Outgoing> {
  const { server, request, version } = context;
  const resource = {
    id: server.id,
    name: server.name,
    status: server.vmState.toUpperCase(),
    tenant_id: server.projectId,
    metadata: await context.behaviour.load(context),
    updated: server.updated.toISOString().replace(/\.\d+Z$/, 'Z'),
    'OS-EXT-STS:vm_state': server.vmState,
    'OS-EXT-STS:task_state': null,
  };
  return json(200, { server: resource }, microversionHeaders(request, version));
}

function limits(request: Incoming, world: World): Outgoing {
  if (request.method !== 'GET') throw notFound('The resource');
  return json(200, { limits: { rate: [], absolute: { maxServerMeta: world.quota } } });
}
