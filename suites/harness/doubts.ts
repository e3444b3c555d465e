import { isJson, toBody } from '../../contracts/http/exchange';
import { isCorruptResponse } from '../../contracts/http/inconclusive';
import { metadataPath, type Route, routeOf, serverPath } from '../../contracts/http/route';
import type { Version } from '../../contracts/metadata';
import type { HttpClient, HttpRequest, HttpResponse, RecordedExchange } from '../../targets/http/client';
import { TargetUnavailableError } from '../../targets/http/errors';
import type { ResponseVerifier } from '../../targets/http/retry';
import type { Server } from '../../targets/metadata-api';

/** So often the same kind of answer to the same kind of request is doubted. */
const patience: Readonly<Record<number, number>> = { 401: 10, 404: 10 };

/** Marks a kind of answer whose body is no JSON. */
const garbled = 'garbled';

/**
 * Tells faults of the way or of the moment from those of the target, by looking at something that is known to work:
 * who answers one request with a web page and the next one well means it; who answers none well is not the target.
 */
export class Doubts implements ResponseVerifier {
  /** How often the target was seen to mean it. */
  private readonly meant = new Map<string, number>();

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
    return this.meant.has(kindOf(asked, recorded));
  }

  isConfirmed(asked: HttpRequest, recorded: RecordedExchange): boolean {
    return (this.meant.get(kindOf(asked, recorded)) ?? 0) >= (patience[recorded.response.status] ?? 1);
  }

  contradictsKnownState(asked: HttpRequest, recorded: RecordedExchange): boolean {
    const { status } = recorded.response;
    if ((status !== 401 && status !== 404) || this.isConfirmed(asked, recorded)) return false;
    return this.lookFor(asked, recorded, routeOf(asked.path)) !== undefined;
  }

  get returnsHtmlRegularly(): boolean {
    return [...this.meant.keys()].filter((kind) => kind.includes(garbled)).length >= 2;
  }

  async isTokenValid(asked: HttpRequest): Promise<boolean> {
    const home = this.servers.find(({ as }) => as === asked.as);
    return home !== undefined && (await this.isUnknown(home, routeOf(asked.path)?.version)) === undefined;
  }

  async verify(asked: HttpRequest, recorded: RecordedExchange): Promise<string | undefined> {
    const look = this.lookFor(asked, recorded, routeOf(asked.path));
    if (look === undefined || this.isConfirmed(asked, recorded)) return undefined;
    try {
      const reason = await look();
      const kind = kindOf(asked, recorded);
      if (reason === undefined) this.meant.set(kind, (this.meant.get(kind) ?? 0) + 1);
      return reason;
    } catch (error) {
      if (error instanceof TargetUnavailableError) return error.message;
      throw error;
    }
  }

  private lookFor(
    asked: HttpRequest,
    recorded: RecordedExchange,
    route: Route | undefined,
  ): (() => Promise<string | undefined>) | undefined {
    const { status } = recorded.response;
    const isOwn = (server: Server) => server.as === asked.as;
    const addressed = this.servers.find(({ id }) => id === route?.serverId);
    const home = status === 401 ? this.servers.find(isOwn) : undefined;
    if (home !== undefined) return () => this.isUnknown(home);
    const isOfServer = addressed !== undefined && isOwn(addressed) && addressed.projectId === route?.projectId;
    const isServed = route?.resource === 'metadata' && !route.trailingSlash && /^(GET|PUT)$/.test(asked.method);
    if (status === 404 && isOfServer && isServed) return () => this.isGone(addressed);
    if (!isCorruptResponse(recorded)) return undefined;
    const other = this.servers.find((server) => server !== addressed) ?? addressed;
    return other && (() => this.isDisturbed(other));
  }

  /** Whether the token of a server's project has expired: each version may remember tokens by itself. */
  private async isUnknown(server: Server, version = this.version): Promise<string | undefined> {
    const { status } = await this.get(server, serverPath(version, server.projectId, server.id));
    return status === 401 ? 'the token is no longer accepted (status 401): it may have expired' : undefined;
  }

  /** Not every target serves the server resource: a server that shows its metadata is there. */
  private async isGone({ id, projectId, as }: Server): Promise<string | undefined> {
    const paths = [metadataPath, serverPath].map((pathOf) => pathOf(this.version, projectId, id));
    for (const path of paths) {
      const { status } = await this.wire.send({ method: 'GET', path, as });
      if (status !== 404) return undefined;
    }
    return `server ${id} is gone (status 404): somebody has deleted it`;
  }

  private async isDisturbed(server: Server): Promise<string | undefined> {
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
function kindOf({ method, path, as }: HttpRequest, recorded: RecordedExchange): string {
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
