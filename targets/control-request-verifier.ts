import { isJson, toBody } from '../contracts/http/exchange';
import { isCorruptResponse } from '../contracts/http/inconclusive';
import { metadataPath, type Route, routeOf, serverPath } from '../contracts/http/route';
import type { Version } from '../contracts/metadata';
import type { HttpClient, HttpRequest, HttpResponse, RecordedExchange } from './http/client';
import { TargetUnavailableError } from './http/errors';
import type { ResponseVerifier } from './http/retry';
import type { Server } from './metadata-api';

/** So often the same kind of answer to the same kind of request is doubted. */
const maxVerifications: Readonly<Record<number, number>> = { 401: 10, 404: 10 };

/** Marks a kind of answer whose body is no JSON. */
const garbled = 'garbled';

/**
 * Tells faults of the way or of the moment from those of the target, by looking at something that is known to work:
 * who answers one request with a web page and the next one well means it; who answers none well is not the target.
 */
export class ControlRequestVerifier implements ResponseVerifier {
  /** How often the target was seen to mean it. */
  private readonly confirmations = new Map<string, number>();

  /**
   * @param wire for the looking, which is no part of the examination.
   * @param servers those that showed their metadata when the run began.
   */
  constructor(
    private readonly wire: HttpClient,
    private readonly version: Version,
    private readonly servers: readonly Server[],
  ) {}

  wasConfirmed(asked: HttpRequest, recorded: RecordedExchange): boolean {
    return this.confirmations.has(responseKind(asked, recorded));
  }

  isConfirmed(asked: HttpRequest, recorded: RecordedExchange): boolean {
    return (
      (this.confirmations.get(responseKind(asked, recorded)) ?? 0) >= (maxVerifications[recorded.response.status] ?? 1)
    );
  }

  contradictsKnownState(asked: HttpRequest, recorded: RecordedExchange): boolean {
    const { status } = recorded.response;
    if ((status !== 401 && status !== 404) || this.isConfirmed(asked, recorded)) return false;
    return this.controlRequestFor(asked, recorded, routeOf(asked.path)) !== undefined;
  }

  get returnsHtmlRegularly(): boolean {
    return [...this.confirmations.keys()].filter((kind) => kind.includes(garbled)).length >= 2;
  }

  async isTokenValid(asked: HttpRequest): Promise<boolean> {
    const home = this.servers.find(({ as }) => as === asked.as);
    return home !== undefined && (await this.isTokenRejected(home, routeOf(asked.path)?.version)) === undefined;
  }

  async verify(asked: HttpRequest, recorded: RecordedExchange): Promise<string | undefined> {
    const look = this.controlRequestFor(asked, recorded, routeOf(asked.path));
    if (look === undefined || this.isConfirmed(asked, recorded)) return undefined;
    try {
      const reason = await look();
      const kind = responseKind(asked, recorded);
      if (reason === undefined) this.confirmations.set(kind, (this.confirmations.get(kind) ?? 0) + 1);
      return reason;
    } catch (error) {
      if (error instanceof TargetUnavailableError) return error.message;
      throw error;
    }
  }

  private controlRequestFor(
    asked: HttpRequest,
    recorded: RecordedExchange,
    route: Route | undefined,
  ): (() => Promise<string | undefined>) | undefined {
    const { status } = recorded.response;
    const isOwn = (server: Server) => server.as === asked.as;
    const addressed = this.servers.find(({ id }) => id === route?.serverId);
    const home = status === 401 ? this.servers.find(isOwn) : undefined;
    if (home !== undefined) return () => this.isTokenRejected(home);
    const isOfServer = addressed !== undefined && isOwn(addressed) && addressed.projectId === route?.projectId;
    const isServed = route?.resource === 'metadata' && !route.trailingSlash && /^(GET|PUT)$/.test(asked.method);
    if (status === 404 && isOfServer && isServed) return () => this.isServerGone(addressed);
    if (!isCorruptResponse(recorded)) return undefined;
    const other = this.servers.find((server) => server !== addressed) ?? addressed;
    return other && (() => this.isPathDisturbed(other));
  }

  /** Whether the token of a server's project has expired: each version may remember tokens by itself. */
  private async isTokenRejected(server: Server, version = this.version): Promise<string | undefined> {
    const { status } = await this.get(server, serverPath(version, server.projectId, server.id));
    return status === 401 ? 'the token is no longer accepted (status 401): it may have expired' : undefined;
  }

  /** Not every target serves the server resource: a server that shows its metadata is there. */
  private async isServerGone({ id, projectId, as }: Server): Promise<string | undefined> {
    const paths = [metadataPath, serverPath].map((pathOf) => pathOf(this.version, projectId, id));
    for (const path of paths) {
      const { status } = await this.wire.send({ method: 'GET', path, as });
      if (status !== 404) return undefined;
    }
    return `server ${id} is gone (status 404): somebody has deleted it`;
  }

  private async isPathDisturbed(server: Server): Promise<string | undefined> {
    const path = metadataPath(this.version, server.projectId, server.id);
    const { status, body } = await this.get(server, path);
    // Some show a server without metadata in another way than as an empty map: that is no disturbance.
    if (status === 200 && isJson(toBody(body))) return undefined;
    return `the way to the target is disturbed: ${path} is answered with status ${status} and no map, too`;
  }

  private get(server: Server, path: string): Promise<HttpResponse> {
    return this.wire.send({ method: 'GET', path, as: server.as });
  }
}

/** A target may mean a web page on one occasion, and its gateway send one on another. */
function responseKind({ method, path, as }: HttpRequest, recorded: RecordedExchange): string {
  const { version, resource, trailingSlash } = routeOf(path) ?? {};
  // That a stranger is refused says nothing of a token that was good.
  const caller = as === 'own' || as === 'other' ? as : 'stranger';
  return [
    method,
    version,
    resource,
    trailingSlash,
    recorded.response.status,
    isCorruptResponse(recorded) ? garbled : '',
    caller,
  ].join(' ');
}
