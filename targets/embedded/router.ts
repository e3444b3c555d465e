import type { Behaviour, Context } from './behaviour';
import { HttpError, type IncomingRequest, jsonResponse, notFound, type OutgoingResponse } from './http';
import { deleteItem, getItem, mergeMetadata, putItem } from './metadata-items';
import { checkMicroversion, microversionHeaders } from './microversion';
import { parseRoute, type Route } from './route';
import { serverAction } from './server-actions';
import { createServer, deleteServer, listServers } from './server-lifecycle';
import { serverResource } from './server-resource';
import type { Store } from './store';

/** A request with a good token. */
export type AuthorisedRequest = Pick<Context, 'request' | 'caller' | 'store' | 'behaviour'>;

/** Serves a resource in place of the endpoint; undefined for a request that it leaves to the endpoint. */
export type FurtherResources = (request: AuthorisedRequest) => Promise<OutgoingResponse | undefined>;

export async function handleRequest(
  request: IncomingRequest,
  store: Store,
  behaviour: Behaviour,
  further?: FurtherResources,
): Promise<OutgoingResponse> {
  try {
    return await behaviour.handle(request, (inner) => handleApiRequest(inner, store, behaviour, further), store);
  } catch (error) {
    if (error instanceof HttpError) return behaviour.errorResponse(error, request);
    return behaviour.errorResponse(new HttpError(500, 'Unexpected API Error.'), request);
  }
}

async function handleApiRequest(
  request: IncomingRequest,
  store: Store,
  behaviour: Behaviour,
  further: FurtherResources | undefined,
): Promise<OutgoingResponse> {
  try {
    behaviour.checkSize(request);
    const address = parseRoute(request.url);
    // Nova checks the token before the route.
    const caller = behaviour.authorise(request, address ?? anywhere(request), store);
    const served = await further?.({ request, caller, store, behaviour });
    if (served !== undefined) return served;
    if (address === undefined) throw notFound('The resource');
    checkMicroversion(request, address.version);
    return await dispatch(request, address, caller, store, behaviour);
  } catch (error) {
    if (error instanceof HttpError) return behaviour.errorResponse(error, request);
    throw error;
  }
}

/** A path that is not served may still contain a project. */
function anywhere({ url }: IncomingRequest): Route {
  const [, , projectId = ''] = url.split('/');
  return { version: 'v2.1', projectId, resource: 'server', serverId: '', key: '' };
}

async function dispatch(
  request: IncomingRequest,
  address: Route,
  caller: string,
  store: Store,
  behaviour: Behaviour,
): Promise<OutgoingResponse> {
  const { version, resource, key } = address;
  if (resource === 'limits') return limits(request, store);
  const operation = `${request.method} ${resource}`;
  if (operation === 'POST servers') return createServer(request, caller, store, behaviour);
  if (operation === 'GET servers') return listServers(request, caller, store);
  // The server is looked up only for a request that is served.
  const context = (): Context => {
    const server = behaviour.findServer(address, caller, store);
    return { store, behaviour, request, version, caller, server };
  };
  switch (operation) {
    case 'PUT metadata':
      return behaviour.replaceMetadata(context());
    case 'GET metadata':
      return jsonResponse(200, { metadata: await behaviour.load(context()) });
    case 'POST metadata':
      return mergeMetadata(context());
    case 'GET item':
      return getItem(key, context());
    case 'PUT item':
      return putItem(key, context());
    case 'DELETE item':
      return deleteItem(key, context());
    case 'POST action':
      return serverAction(behaviour.readBody(request), context());
    case 'GET server':
      return show(context());
    case 'DELETE server':
      return deleteServer(context().server, store, behaviour);
    default:
      throw notFound('The resource');
  }
}

async function show(context: Context): Promise<OutgoingResponse> {
  const headers = microversionHeaders(context.request, context.version);
  return jsonResponse(200, { server: await serverResource(context) }, headers);
}

function limits(request: IncomingRequest, store: Store): OutgoingResponse {
  if (request.method !== 'GET') throw notFound('The resource');
  return jsonResponse(200, { limits: { rate: [], absolute: { maxServerMeta: store.quota } } });
}
