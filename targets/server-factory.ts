import { jsonOf, toBody } from '../contracts/http/exchange';
import { asObject } from '../contracts/http/json';
import { parseServer } from '../contracts/http/parse-response';
import { formatMap } from '../contracts/text/format-map';
import type { VmState } from '../contracts/vm-states';
import { ServerCreationError, TargetUnavailableError } from './errors';
import type { HttpResponse } from './http/message';
import type { MetadataApi, Server } from './metadata-api';
import { poll } from './poll';

/** The properties of a new server: ids, or names where the cloud accepts them. */
export interface ServerSpec {
  readonly image: string;
  readonly flavor: string;
  /** `none`, `auto`, or the id of a network. The cloud decides by default. */
  readonly network?: string;
}

const version = 'v2.1';

/** The longest accepted id, in characters: it becomes part of paths, of the journal and of reports. */
const maxIdLength = 255;

/** Pauses while a server appears or disappears, in milliseconds. */
const serverPauses = { first: 250, longest: 5_000 };

/** Creates and deletes servers, by the operations of Nova. */
export class ServerFactory {
  /** @param timeout how long a server may take to appear or to disappear, in milliseconds. */
  constructor(
    private readonly api: MetadataApi,
    private readonly projectId: string,
    private readonly timeout: number,
  ) {}

  /**
   * Requests a server and returns its id. The server is not active yet.
   *
   * @throws {ServerCreationError} if the target rejects the request.
   */
  async create(name: string, { image, flavor, network }: ServerSpec): Promise<string> {
    const isKeyword = network === 'none' || network === 'auto';
    const networks = network === undefined ? {} : { networks: isKeyword ? network : [{ uuid: network }] };
    const body = { server: { name, imageRef: image, flavorRef: flavor, ...networks } };
    // Nova knows `none` and `auto` since this microversion.
    const response = await this.api.createServer(this.projectId, version, body, isKeyword ? '2.37' : undefined);
    const id = asObject(jsonBody(response)?.server)?.id;
    if (response.status < 300 && typeof id === 'string' && id.length <= maxIdLength) return id;
    const quote = response.body.toString('utf8', 0, 300);
    throw new ServerCreationError(`the target creates no server (status ${response.status}): ${quote}`);
  }

  /**
   * Waits until a server is active.
   *
   * @throws {ServerCreationError} if it ends in the vm_state error.
   * @throws {TargetUnavailableError} after the timeout.
   */
  async waitUntilActive(id: string, signal?: AbortSignal): Promise<void> {
    const last = await this.waitFor(id, signal, ({ status, body }) => {
      const server = parseServer({ status, body: toBody(body) });
      return server?.vmState === 'error' || (server?.vmState === 'active' && server.taskState === undefined);
    });
    const server = asObject(jsonBody(last)?.server);
    if (server?.['OS-EXT-STS:vm_state'] === 'active') return;
    throw new ServerCreationError(
      `server ${id} did not become active: ${formatMap(server?.fault ?? 'no reason is given')}`,
    );
  }

  /**
   * Deletes a server, waits until it no longer exists, and returns its last vm_state.
   *
   * @param signal ends the wait.
   */
  async delete(id: string, signal?: AbortSignal): Promise<'deleted' | 'soft-delete'> {
    const server = this.server(id);
    const { status } = await this.api.deleteServer(server, version);
    // A check may have left the server locked.
    if (status === 409) {
      await this.api.serverAction(server, version, 'unlock', null);
      await this.api.deleteServer(server, version);
    }
    const last = await this.waitFor(id, signal, isDeleted);
    return vmStateIn(last) === 'soft-delete' ? 'soft-delete' : 'deleted';
  }

  /**
   * Deletes servers, and returns one sentence for each that still exists.
   *
   * @param created the ids by name, undefined for an unknown id.
   * @param onDeleted receives the name of each deleted server.
   * @param settleTime milliseconds for which a request without a response may still create a server.
   */
  async deleteAll(
    created: ReadonlyMap<string, string | undefined>,
    onDeleted: (name: string) => void = () => undefined,
    settleTime: () => number = () => 0,
  ): Promise<string[]> {
    const complaints: string[] = [];
    for (const [name, known] of created) {
      try {
        const id = known ?? (await this.findOnceSettled(name, settleTime));
        if (id !== undefined) await this.delete(id);
        onDeleted(name);
      } catch (error) {
        const which = known === undefined ? name : `${known} (${name})`;
        complaints.push(`server ${which}, made for the run, was not deleted: ${(error as Error).message}`);
      }
    }
    return complaints;
  }

  private async findOnceSettled(name: string, settleTime: () => number): Promise<string | undefined> {
    for (;;) {
      const left = settleTime();
      const id = await this.find(name);
      if (id !== undefined || left === 0) return id;
      await this.api.network.clock.sleep(Math.min(left, 5_000));
    }
  }

  /** The id of the server with this name. The name is unique: it contains a random id of the run. */
  private async find(name: string): Promise<string | undefined> {
    const response = await this.api.listServers(this.projectId, version, name);
    const { servers } = jsonBody(response) ?? {};
    if (!Array.isArray(servers))
      throw new TargetUnavailableError(`the servers named ${name} are not listed (status ${response.status})`);
    const found = servers.map(asObject).find((server) => server?.name === name);
    return typeof found?.id === 'string' ? found.id : undefined;
  }

  private server(id: string): Server {
    return { id, projectId: this.projectId, as: 'own' };
  }

  private waitFor(
    id: string,
    signal: AbortSignal | undefined,
    isAsExpected: (response: HttpResponse) => boolean,
  ): Promise<HttpResponse> {
    const { clock } = this.api.network;
    const deadline = clock.now() + this.timeout;
    const look = async () => {
      if (clock.now() >= deadline) {
        throw new TargetUnavailableError(`server ${id} is not as expected after ${this.timeout / 1_000} s`);
      }
      const result = await this.api.getServer(this.server(id), version);
      return isAsExpected(result) ? { result } : undefined;
    };
    return poll(clock, serverPauses, look, signal);
  }
}

/** A deleted server may stay visible for a while: some clouds can restore it. */
function isDeleted(response: HttpResponse): boolean {
  const vmState = vmStateIn(response);
  return response.status === 404 || vmState === 'deleted' || vmState === 'soft-delete';
}

function vmStateIn({ status, body }: HttpResponse): VmState | undefined {
  return parseServer({ status, body: toBody(body) })?.vmState;
}

function jsonBody({ body }: HttpResponse): Readonly<Record<string, unknown>> | undefined {
  return asObject(jsonOf(toBody(body)));
}
