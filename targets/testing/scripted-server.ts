import { jsonOf, toBody } from '../../contracts/http/exchange';
import { routeOf } from '../../contracts/http/route';
import type { Metadata } from '../../contracts/metadata';
import type { VmState } from '../../contracts/vm-states';
import { TargetUnavailableError } from '../errors';
import type { HttpRequest, HttpResponse } from '../http/message';
import { realNetwork } from '../http/transport';
import { MetadataApi, type Server } from '../metadata-api';

/** Performs a server action, and returns the status. Undefined sends no response. */
export type Acts = (server: ScriptedServer, action: string) => number | undefined;

/** A server without a network. A test defines its server actions. */
export class ScriptedServer {
  vmState: VmState = 'active';
  /** `absent` omits the task_state from the server resource. */
  taskState: string | null | 'absent' = null;
  metadata: Metadata = {};
  /** All requests, as `METHOD resource` or as the name of the action. */
  readonly sent: string[] = [];
  readonly server: Server = { id: 's', projectId: 'p', as: 'own' };
  readonly api: MetadataApi;

  /**
   * @param puts the status of a PUT, which stores nothing unless it is 200.
   * @param removes true if DELETE of an item removes it, else the status of the rejection.
   */
  constructor(
    private readonly acts: Acts,
    private readonly puts: (server: ScriptedServer, map: Metadata) => number = () => 200,
    private readonly removes: true | number = true,
  ) {
    this.api = new MetadataApi({ send: async (request) => this.respond(request), network: realNetwork });
  }

  private respond({ method, path, body = Buffer.alloc(0) }: HttpRequest): HttpResponse {
    const { resource } = routeOf(path) ?? {};
    const sent = (jsonOf(toBody(body)) ?? {}) as { metadata?: Metadata };
    const [action = ''] = Object.keys(sent);
    this.sent.push(resource === 'action' ? action : `${method} ${resource}`);
    if (resource === 'action') return json(this.actOn(action), {});
    if (resource === 'server') return json(200, { server: this.shown() });
    if (resource === 'item') return json(this.remove(decodeURIComponent(path.split('/').at(-1) ?? '')), {});
    if (method === 'GET') return json(200, { metadata: this.metadata });
    const status = this.puts(this, sent.metadata ?? {});
    if (status === 200) this.metadata = sent.metadata ?? {};
    return json(status, { metadata: this.metadata });
  }

  private actOn(action: string): number {
    const status = this.acts(this, action);
    if (status === undefined) throw new TargetUnavailableError('no response in time', {}, 'silence');
    return status;
  }

  private shown(): object {
    const tasks = this.taskState === 'absent' ? {} : { 'OS-EXT-STS:task_state': this.taskState };
    return { 'OS-EXT-STS:vm_state': this.vmState, ...tasks };
  }

  private remove(key: string): number {
    if (this.removes !== true) return this.removes;
    this.metadata = Object.fromEntries(Object.entries(this.metadata).filter(([name]) => name !== key));
    return 204;
  }
}

function json(status: number, body: object): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(body)) };
}
