import { parseRoute } from '../../embedded/route';
import { serverResource } from '../../embedded/server-resource';
import type { ServerRecord } from '../../embedded/store';
import type { ResourceRequest } from './resource-request';
import { serverMembers } from './server-document';
import { selectServers } from './server-list';

/** GET …/servers */
export function listServers(given: ResourceRequest): Promise<unknown> {
  return page(given, async ({ id, name }) => ({ id, name, links: given.linkTo(`servers/${id}`) }));
}

/** GET …/servers/detail */
export function listServersInDetail(given: ResourceRequest): Promise<unknown> {
  return page(given, (server) => detail(server, given));
}

/** GET …/servers/{server_id} */
export async function showServer(given: ResourceRequest): Promise<unknown> {
  const { behaviour, request, caller, store } = given;
  const address = parseRoute(request.url);
  if (address === undefined) return undefined;
  return { server: await detail(behaviour.findServer(address, caller, store), given) };
}

async function page(given: ResourceRequest, show: (server: ServerRecord) => Promise<unknown>): Promise<unknown> {
  const { store, caller, query, linkTo, path } = given;
  const own = [...store.servers.values()].filter(
    ({ projectId, vmState }) => projectId === caller && vmState !== 'deleted',
  );
  const { servers, hasMore } = selectServers(own, query);
  const shown = await Promise.all(servers.map(show));
  if (!hasMore) return { servers: shown };
  const next = new URLSearchParams(query);
  next.set('marker', servers.at(-1)?.id ?? '');
  const [self] = linkTo(`${path}?${next}`);
  return { servers: shown, servers_links: [{ rel: 'next', href: self?.href }] };
}

/** The members of the mock beside those of the embedded endpoint. */
async function detail(server: ServerRecord, given: ResourceRequest): Promise<Record<string, unknown>> {
  const resource = await serverResource({ ...given, server });
  return { ...resource, ...serverMembers(server, given) };
}
