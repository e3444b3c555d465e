import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { routeOf } from '../../../contracts/http/route';
import { isProviderState, providerStateNames } from '../../../contracts/pact/provider-states';
import { TargetConfigurationError } from '../../../targets/errors';
import type { HttpRequest, HttpResponse } from '../../../targets/http/message';
import type { CheckScope } from '../dsl/check';
import type { TestContext } from '../dsl/test-context';
import { type RequestAddress, setUpProviderState } from './provider-states';

/** The response to the one request of an interaction, or why it was not sent. */
export type Relayed = { readonly answer: HttpResponse } | { readonly hindrance: Error };

const statePath = '/provider-state';
const verbs = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'] as const satisfies readonly HttpRequest['method'][];

/** Headers of a request that belong to the connection with Pact, or that the wire sets itself. */
const ownHeaders = /^(host|connection|content-length|transfer-encoding|accept-encoding|user-agent|x-auth-token)$/;
/** Headers of a response about one connection or transfer (RFC 9110, 7.6.1): the relay does not pass them on. */
const framing = /^(content-length|content-encoding|transfer-encoding|trailer|connection|keep-alive|te|upgrade)$/;

/**
 * A proxy on loopback between Pact's verifier and the target. It sets up the provider states, and forwards each request
 * through the recording client. Bodies stay as they are; ids and the token are those of the run. So Pact knows neither
 * the URL of the target nor the token, and can change no server but those of the run.
 *
 * If a provider state cannot be set up, the relay responds to the next request itself, since Pact does not always report
 * a failed state. So there is one `relayed` for each interaction, in their order.
 */
export class Relay {
  readonly relayed: Relayed[] = [];
  /** The interaction in progress. */
  private current: Current | undefined;
  private begun = 0;
  private readonly server = createServer(async (message, response) => {
    const { status, headers, body } = await this.serve(message, await bytesOf(message));
    response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
  });

  /** @param turns of the interactions, in their order. */
  constructor(private readonly turns: (place: number) => CheckScope) {}

  async open(): Promise<{ readonly port: number; readonly stateUrl: string }> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    return { port, stateUrl: `http://127.0.0.1:${port}${statePath}` };
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async serve(message: IncomingMessage, body: Buffer): Promise<HttpResponse> {
    if (message.url === statePath) return this.changeState(JSON.parse(body.toString('utf8')));
    const relayed = await this.pass(message, body).catch((error: Error): Relayed => ({ hindrance: error }));
    this.relayed.push(relayed);
    if ('hindrance' in relayed) return json(503, { relay: relayed.hindrance.message });
    return { ...relayed.answer, headers: plainType(without(relayed.answer.headers, framing)) };
  }

  /** Pact requests each state of an interaction (`setup`), and again each one after it (`teardown`). */
  private async changeState({ action, state, params }: StateChange): Promise<HttpResponse> {
    if (action === 'teardown') {
      const { current } = this;
      this.current = undefined;
      await current?.turn.end();
      return json(200, {});
    }
    const current = await this.atInteraction();
    try {
      // Without provider states, Pact requests one without a name.
      const asked: unknown = { name: state === '' ? 'server exists' : state, params };
      if (!isProviderState(asked)) throw new TargetConfigurationError(unknownState(state, params));
      current.address = { ...current.address, ...(await setUpProviderState(asked, current.tools)) };
    } catch (error) {
      current.hindrance ??= error as Error;
    }
    return json(200, { project_id: current.address.projectId, server_id: current.address.serverId });
  }

  private async atInteraction(): Promise<Current> {
    if (this.current !== undefined) return this.current;
    const turn = this.turns(this.begun);
    this.begun += 1;
    const tools = await turn.begin();
    this.current = { turn, tools, address: defaultAddress(tools), hindrance: undefined };
    return this.current;
  }

  private async pass({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Promise<Relayed> {
    const { tools, address, hindrance } = await this.atInteraction();
    if (hindrance !== undefined) return { hindrance };
    const verb = verbs.find((candidate) => candidate === method);
    const resource = routeOf(url)?.resource;
    const isOfApi = resource === 'metadata' || resource === 'item' || (resource === 'server' && verb === 'GET');
    if (verb === undefined || !isOfApi) {
      throw new TargetConfigurationError(
        `the contract asks for ${method} ${url}: only the metadata of a server can be verified`,
      );
    }
    const { projectId, serverId, as } = address;
    const answer = await tools.send({
      method: verb,
      path: url.replace(
        /^(\/[^/]+\/)[^/]+(\/servers\/)[^/?]+/,
        (_, root, servers) => root + projectId + servers + serverId,
      ),
      as: headers['x-auth-token'] === undefined ? 'none' : as,
      headers: without(headers as Record<string, string>, ownHeaders),
      ...(verb === 'GET' ? {} : { body }),
    });
    return { answer };
  }
}

interface Current {
  readonly turn: CheckScope;
  readonly tools: TestContext;
  address: RequestAddress;
  hindrance: Error | undefined;
}

interface StateChange {
  readonly action: 'setup' | 'teardown';
  readonly state: string;
  readonly params: object;
}

/** Where a request goes of which no state says otherwise. */
function defaultAddress({ subject }: TestContext): RequestAddress {
  const [{ id = '' } = {}] = subject.servers;
  return { projectId: subject.projectId, serverId: id, as: 'own' };
}

function unknownState(name: string, params: object): string {
  const known = providerStateNames.map((each) => JSON.stringify(each)).join(', ');
  return `the provider state ${JSON.stringify(name)} ${JSON.stringify(params)} is not known: there are ${known}`;
}

function without(headers: Readonly<Record<string, string>>, names: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.test(name)));
}

/** A media type means the same in whatever case (RFC 9110, 8.3.1); Pact compares letters. */
function plainType(headers: Record<string, string>): Record<string, string> {
  const type = headers['content-type'];
  return type === undefined ? headers : { ...headers, 'content-type': type.toLowerCase().replaceAll('"', '') };
}

function json(status: number, body: object): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(body)) };
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
