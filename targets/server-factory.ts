import { jsonOf, toBody } from '../contracts/http/exchange';
import { asObject } from '../contracts/http/json';
import { parseServer } from '../contracts/http/parse-response';
import { serverPath } from '../contracts/http/route';
import { formatMap } from '../contracts/text/format-map';
import type { VmState } from '../contracts/vm-states';
import { ServerCreationError, TargetUnavailableError } from './errors';
import type { HttpResponse } from './http/message';
import type { MetadataApi, Server } from './metadata-api';

/** What a server is made of: ids, or what else the cloud takes for them. */
export interface ServerSpec {
  readonly image: string;
  readonly flavor: string;
  /** `none`, `auto`, or a network's id; without one the cloud decides. */
  readonly network?: string;
}

const version = 'v2.1';

/** Characters of an id: it stands in paths, in the journal and in reports. */
const longestId = 255;

/** Makes servers by Nova's operations, and deletes them. */
export class ServerFactory {
  /** @param timeout how long a server may take to appear or to vanish, in milliseconds. */
  constructor(
    private readonly api: MetadataApi,
    private readonly projectId: string,
    private readonly timeout: number,
  ) {}

  /**
   * Gives the id; the server is not there yet.
   *
   * @throws {ServerCreationError} where the target refuses.
   */
  async create(name: string, { image, flavor, network }: ServerSpec): Promise<string> {
    const isWord = network === 'none' || network === 'auto';
    const networks = network === undefined ? {} : { networks: isWord ? network : [{ uuid: network }] };
    const answer = await this.api.send({
      method: 'POST',
      path: `/${version}/${this.projectId}/servers`,
      as: 'own',
      // The words none and auto are known from this microversion on.
      headers: { 'content-type': 'application/json', ...(isWord ? { 'x-openstack-nova-api-version': '2.37' } : {}) },
      body: Buffer.from(JSON.stringify({ server: { name, imageRef: image, flavorRef: flavor, ...networks } })),
    });
    const id = asObject(jsonBody(answer)?.server)?.id;
    if (answer.status < 300 && typeof id === 'string' && id.length <= longestId) return id;
    const words = answer.body.toString('utf8', 0, 300);
    throw new ServerCreationError(`the target makes no server (status ${answer.status}): ${words}`);
  }

  /**
   * Waits until a server is active.
   *
   * @throws {ServerCreationError} where it comes to nothing.
   */
  async waitUntilActive(id: string, signal?: AbortSignal): Promise<void> {
    const seen = await this.poll(id, signal, (answer) => {
      const server = parseServer({ status: answer.status, body: toBody(answer.body) });
      return server?.vmState === 'error' || (server?.vmState === 'active' && server.taskState === undefined);
    });
    const server = asObject(jsonBody(seen)?.server);
    if (server?.['OS-EXT-STS:vm_state'] === 'active') return;
    throw new ServerCreationError(`server ${id} came to nothing: ${formatMap(server?.fault ?? 'no reason is given')}`);
  }

  /**
   * Deletes a server and waits until it is gone. Gives the vm_state that it is left in.
   *
   * @param signal when it aborts, nobody waits any longer.
   */
  async delete(id: string, signal?: AbortSignal): Promise<'deleted' | 'soft-delete'> {
    const server = this.server(id);
    const path = serverPath(version, this.projectId, id);
    const { status } = await this.api.send({ method: 'DELETE', path, as: server.as });
    // A lock of the suite's own may be in the way.
    if (status === 409) {
      await this.api.serverAction(server, version, 'unlock', null);
      await this.api.send({ method: 'DELETE', path, as: server.as });
    }
    const left = await this.poll(id, signal, isGone);
    return vmStateIn(left) === 'soft-delete' ? 'soft-delete' : 'deleted';
  }

  /**
   * Deletes servers by their names, and ids as far as they are known. Gives one sentence for each that is not gone.
   *
   * @param isGone is told the name of each that is.
   * @param unrest milliseconds for which a request without an answer may still make a server.
   */
  async deleteAll(
    made: ReadonlyMap<string, string | undefined>,
    isGone: (name: string) => void = () => undefined,
    unrest: () => number = () => 0,
  ): Promise<string[]> {
    const complaints: string[] = [];
    for (const [name, known] of made) {
      try {
        const id = known ?? (await this.findOnceQuiet(name, unrest));
        if (id !== undefined) await this.delete(id);
        isGone(name);
      } catch (error) {
        const which = known === undefined ? name : `${known} (${name})`;
        complaints.push(`server ${which}, made for the run, was not deleted: ${(error as Error).message}`);
      }
    }
    return complaints;
  }

  private async findOnceQuiet(name: string, unrest: () => number): Promise<string | undefined> {
    for (;;) {
      const left = unrest();
      const id = await this.find(name);
      if (id !== undefined || left === 0) return id;
      await this.api.network.clock.sleep(Math.min(left, 5_000));
    }
  }

  /** The server of this name, which nobody else gives. */
  private async find(name: string): Promise<string | undefined> {
    const path = `/${version}/${this.projectId}/servers?name=${encodeURIComponent(name)}`;
    const answer = await this.api.send({ method: 'GET', path, as: 'own' });
    const { servers } = jsonBody(answer) ?? {};
    if (!Array.isArray(servers))
      throw new TargetUnavailableError(`the servers named ${name} are not listed (${answer.status})`);
    const found = servers.map(asObject).find((server) => server?.name === name);
    return typeof found?.id === 'string' ? found.id : undefined;
  }

  private server(id: string): Server {
    return { id, projectId: this.projectId, as: 'own' };
  }

  private async poll(
    id: string,
    signal: AbortSignal | undefined,
    isIt: (answer: HttpResponse) => boolean,
  ): Promise<HttpResponse> {
    const deadline = this.api.network.clock.now() + this.timeout;
    for (let pause = 250; this.api.network.clock.now() < deadline; pause = Math.min(pause * 1.5, 5_000)) {
      const answer = await this.api.getServer(this.server(id), version);
      if (isIt(answer)) return answer;
      await this.api.network.clock.sleep(pause, signal).catch(() => {
        throw new TargetUnavailableError('the run was cut short');
      });
    }
    throw new TargetUnavailableError(`server ${id} is not as expected after ${this.timeout / 1_000} s`);
  }
}

/** Nova may keep a server for a while that was deleted, for who wants it back. */
function isGone(answer: HttpResponse): boolean {
  const vmState = vmStateIn(answer);
  return answer.status === 404 || vmState === 'deleted' || vmState === 'soft-delete';
}

function vmStateIn({ status, body }: HttpResponse): VmState | undefined {
  return parseServer({ status, body: toBody(body) })?.vmState;
}

function jsonBody({ body }: HttpResponse): Readonly<Record<string, unknown>> | undefined {
  return asObject(jsonOf(toBody(body)));
}
