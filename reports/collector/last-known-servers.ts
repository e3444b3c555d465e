import { type Exchange, jsonOf } from '../../contracts/http/exchange';
import { parseMetadataBody, parseServer } from '../../contracts/http/parse-response';
import { routeOf } from '../../contracts/http/route';
import type { GivenServer } from '../result/result';

/** The longest map, in characters: a reproduction begins with a PUT of it. */
const maxMapSize = 200_000;

/** The metadata and the vm_state of each server in its last GET. */
export class LastKnownServers {
  private readonly servers = new Map<string, GivenServer>();

  get all(): GivenServer[] {
    return [...this.servers.values()];
  }

  add({ request, response, fault }: Exchange): void {
    const route = routeOf(request.path);
    if (route === undefined || request.method !== 'GET' || response.status !== 200 || fault !== undefined) return;
    const last = this.servers.get(route.serverId);
    const vmState = parseServer(response)?.vmState;
    if (last !== undefined && vmState !== undefined) this.servers.set(route.serverId, withVmState(last, vmState));
    if (route.resource !== 'metadata' || !('text' in response.body) || !isUsable(response.body)) return;
    const token = request.headers['x-auth-token'] ?? '';
    const server = { path: request.path, token, body: response.body.text };
    this.servers.set(route.serverId, withVmState(server, last?.vmState));
  }
}

function isUsable(body: { readonly text: string }): boolean {
  return body.text.length <= maxMapSize && parseMetadataBody(jsonOf(body)) !== undefined;
}

function withVmState({ vmState: _, ...server }: GivenServer, vmState: string | undefined): GivenServer {
  return vmState === undefined || vmState === 'active' ? server : { ...server, vmState };
}
