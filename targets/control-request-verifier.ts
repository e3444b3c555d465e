import { isJson, toBody } from '../contracts/http/exchange';
import { isCorruptResponse } from '../contracts/http/inconclusive';
import { metadataPath, routeOf } from '../contracts/http/route';
import type { Version } from '../contracts/metadata';
import { TargetUnavailableError } from './errors';
import type { HttpRequest, RecordedExchange } from './http/message';
import type { ResponseVerifier } from './http/response-verifier';
import type { MetadataApi, Server } from './metadata-api';

/** The control requests after which a kind of response is confirmed, by its status. One is enough for any other status. */
const maxVerifications: Readonly<Record<number, number>> = { 401: 10, 404: 10 };

/** Marks a kind of response whose body is not JSON. */
const corrupt = 'corrupt';

/**
 * Confirmations that a corrupt response needs. One is not enough: a gateway may corrupt a response and its repetition by
 * chance, and leave the control request alone.
 */
const corruptConfirmations = 2;

/** The reason why a response is not the target's own; undefined if it is. */
type ControlRequest = () => Promise<string | undefined>;

/**
 * Verifies a doubtful response by a control request: one that has worked before. If the control request works, the target
 * sent the doubtful response on purpose. If it fails too, the network or a gateway is the cause.
 */
export class ControlRequestVerifier implements ResponseVerifier {
  /** For each kind of response, how often it was confirmed. */
  private readonly confirmations = new Map<string, number>();

  /**
   * @param api sends the control requests. They are no part of the evidence.
   * @param servers the servers whose metadata could be read at the start of the run.
   */
  constructor(
    private readonly api: MetadataApi,
    private readonly version: Version,
    private readonly servers: readonly Server[],
  ) {}

  wasConfirmed(request: HttpRequest, exchange: RecordedExchange): boolean {
    const kind = responseKind(request, exchange);
    return (this.confirmations.get(kind) ?? 0) >= (kind.includes(corrupt) ? corruptConfirmations : 1);
  }

  isConfirmed(request: HttpRequest, exchange: RecordedExchange): boolean {
    const kind = responseKind(request, exchange);
    const times = this.confirmations.get(kind) ?? 0;
    return times >= (kind.includes(corrupt) ? corruptConfirmations : (maxVerifications[exchange.response.status] ?? 1));
  }

  contradictsKnownState(request: HttpRequest, exchange: RecordedExchange): boolean {
    const { status } = exchange.response;
    if ((status !== 401 && status !== 404) || this.isConfirmed(request, exchange)) return false;
    return this.controlRequestFor(request, exchange) !== undefined;
  }

  get returnsHtmlRegularly(): boolean {
    const sure = [...this.confirmations].filter(
      ([kind, times]) => kind.includes(corrupt) && times >= corruptConfirmations,
    );
    return sure.length >= 2;
  }

  async isTokenValid(request: HttpRequest): Promise<boolean> {
    const server = this.servers.find(({ as }) => as === request.as);
    return server !== undefined && (await this.isTokenRejected(server, routeOf(request.path)?.version)) === undefined;
  }

  async verify(request: HttpRequest, exchange: RecordedExchange): Promise<string | undefined> {
    const control = this.controlRequestFor(request, exchange);
    if (control === undefined || this.isConfirmed(request, exchange)) return undefined;
    try {
      const reason = await control();
      const kind = responseKind(request, exchange);
      if (reason === undefined) this.confirmations.set(kind, (this.confirmations.get(kind) ?? 0) + 1);
      return reason;
    } catch (error) {
      if (error instanceof TargetUnavailableError) return error.message;
      throw error;
    }
  }

  private controlRequestFor(request: HttpRequest, exchange: RecordedExchange): ControlRequest | undefined {
    const { status } = exchange.response;
    const route = routeOf(request.path);
    const isOfCaller = (server: Server) => server.as === request.as;
    const addressed = this.servers.find(({ id }) => id === route?.serverId);
    const readable = status === 401 ? this.servers.find(isOfCaller) : undefined;
    if (readable !== undefined) return () => this.isTokenRejected(readable);
    const isOfServer = addressed !== undefined && isOfCaller(addressed) && addressed.projectId === route?.projectId;
    const isServed = route?.resource === 'metadata' && !route.trailingSlash && /^(GET|PUT)$/.test(request.method);
    if (status === 404 && isOfServer && isServed) return () => this.isServerGone(addressed);
    if (!isCorruptResponse(exchange)) return undefined;
    const other = this.servers.find((server) => server !== addressed) ?? addressed;
    return other && (() => this.isNetworkDisturbed(other));
  }

  /** @param version of the request that got 401: a target may cache tokens for each version. */
  private async isTokenRejected(server: Server, version = this.version): Promise<string | undefined> {
    const { status } = await this.api.getServer(server, version);
    return status === 401 ? 'the target no longer accepts the token (status 401): it may have expired' : undefined;
  }

  /** Not all targets serve the server resource. A server whose metadata can be read exists. */
  private async isServerGone(server: Server): Promise<string | undefined> {
    const { answer } = await this.api.getMetadata(server, this.version);
    if (answer.status !== 404) return undefined;
    const { status } = await this.api.getServer(server, this.version);
    return status === 404 ? `server ${server.id} no longer exists (status 404): somebody has deleted it` : undefined;
  }

  private async isNetworkDisturbed(server: Server): Promise<string | undefined> {
    const { answer } = await this.api.getMetadata(server, this.version);
    // Some targets show a server without metadata as something other than an empty map. That is no disturbance.
    if (answer.status === 200 && isJson(toBody(answer.body))) return undefined;
    const path = metadataPath(this.version, server.projectId, server.id);
    return `the connection to the target is disturbed: GET ${path} returns status ${answer.status} and no map, too`;
  }
}

/** The unit of confirmation: a target and its gateway may send pages for different kinds of requests. */
function responseKind({ method, path, as }: HttpRequest, exchange: RecordedExchange): string {
  const { version, resource, trailingSlash } = routeOf(path) ?? {};
  // The rejection of an unknown caller says nothing about a token that was accepted.
  const caller = as === 'own' || as === 'other' ? as : 'stranger';
  return [
    method,
    version,
    resource,
    trailingSlash,
    exchange.response.status,
    isCorruptResponse(exchange) ? corrupt : '',
    caller,
  ].join(' ');
}
