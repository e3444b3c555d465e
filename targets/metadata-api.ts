import { jsonOf, toBody } from '../contracts/http/exchange';
import { parseMetadataBody } from '../contracts/http/parse-response';
import type { Caller } from '../contracts/http/placeholders';
import { itemPath, metadataPath, serverPath, serversPath } from '../contracts/http/route';
import type { Metadata, Version } from '../contracts/metadata';
import type { HttpClient } from './http/client';
import type { HttpRequest, HttpResponse, RequestContext } from './http/message';
import type { Network } from './http/transport';

/** A server, its project, and the token that has access to it. */
export interface Server {
  readonly id: string;
  readonly projectId: string;
  readonly as: Extract<Caller, 'own' | 'other'>;
}

/** Differences from the usual PUT of the metadata of a server. */
export interface RequestChanges extends Pick<HttpRequest, 'transfer' | 'titleCaseHeaders' | 'isAsPage'> {
  readonly as?: Caller;
  readonly method?: HttpRequest['method'];
  readonly serverId?: string;
  readonly projectId?: string;
  /** Appended to the path: a slash, or a query string. */
  readonly suffix?: string;
  /** `null` sends no content-type. */
  readonly contentType?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

const outsideChecks: RequestContext = { checkId: '', phase: 'preflight', attempt: 1 };

/** Builds the requests of this API, and sends them in one context. */
export class MetadataApi {
  /** @param context of the next request. */
  constructor(
    private readonly client: Pick<HttpClient, 'send' | 'network'>,
    private readonly context: () => RequestContext = () => outsideChecks,
  ) {}

  get network(): Network {
    return this.client.network;
  }

  /**
   * Sends a request as it is: one that was recorded before, or one that is not part of this API.
   *
   * @throws {TargetUnavailableError} if no response says anything about the target.
   */
  send(request: HttpRequest): Promise<HttpResponse> {
    return this.client.send(request, this.context());
  }

  putMetadata(server: Server, version: Version, metadata: Metadata, changes?: RequestChanges): Promise<HttpResponse> {
    return this.putBody(server, version, toJson({ metadata }), changes);
  }

  /** @param body is sent unchanged. */
  putBody(
    server: Server,
    version: Version,
    body: Buffer,
    { suffix = '', contentType = 'application/json', headers, ...changes }: RequestChanges = {},
  ): Promise<HttpResponse> {
    const { as = server.as, projectId = server.projectId, serverId = server.id, method = 'PUT', ...sending } = changes;
    return this.send({
      method,
      path: `${metadataPath(version, projectId, serverId)}${suffix}`,
      as,
      headers: { ...(contentType === null ? {} : { 'content-type': contentType }), ...headers },
      body,
      ...sending,
    });
  }

  /** `metadata` is undefined if the response shows no map. */
  async getMetadata(
    server: Server,
    version: Version,
  ): Promise<{ answer: HttpResponse; metadata: Metadata | undefined }> {
    const path = metadataPath(version, server.projectId, server.id);
    const answer = await this.send({ method: 'GET', path, as: server.as });
    const metadata = answer.status === 200 ? parseMetadataBody(jsonOf(toBody(answer.body)))?.metadata : undefined;
    return { answer, metadata };
  }

  getServer(server: Server, version: Version): Promise<HttpResponse> {
    return this.send({ method: 'GET', path: serverPath(version, server.projectId, server.id), as: server.as });
  }

  /**
   * @param body of Nova's operation: `{"server": {…}}`.
   * @param microversion of Nova; the lowest by default.
   */
  createServer(projectId: string, version: Version, body: unknown, microversion?: string): Promise<HttpResponse> {
    const headers = microversion === undefined ? {} : { 'x-openstack-nova-api-version': microversion };
    return this.sendJson('POST', serversPath(version, projectId), 'own', body, headers);
  }

  /** The servers of the project with this name. */
  listServers(projectId: string, version: Version, name: string): Promise<HttpResponse> {
    const path = `${serversPath(version, projectId)}?name=${encodeURIComponent(name)}`;
    return this.send({ method: 'GET', path, as: 'own' });
  }

  deleteServer(server: Server, version: Version): Promise<HttpResponse> {
    return this.send({ method: 'DELETE', path: serverPath(version, server.projectId, server.id), as: server.as });
  }

  serverAction(server: Server, version: Version, action: string, parameters: unknown): Promise<HttpResponse> {
    const path = `${serverPath(version, server.projectId, server.id)}/action`;
    return this.sendJson('POST', path, server.as, { [action]: parameters });
  }

  /** POST of the collection: adds pairs to the stored map. */
  postMetadata(server: Server, version: Version, metadata: Metadata): Promise<HttpResponse> {
    return this.sendJson('POST', metadataPath(version, server.projectId, server.id), server.as, { metadata });
  }

  /** Sets one pair. Undefined for a key that cannot be part of a path: nothing is sent then. */
  async putItem(
    server: Server,
    version: Version,
    key: string,
    value: string | undefined,
  ): Promise<HttpResponse | undefined> {
    if (!isSegment(key)) return undefined;
    const path = itemPath(version, server.projectId, server.id, key);
    return this.sendJson('PUT', path, server.as, { meta: { [key]: value } });
  }

  getItem(server: Server, version: Version, key: string): Promise<HttpResponse> {
    return this.send({ method: 'GET', path: itemPath(version, server.projectId, server.id, key), as: server.as });
  }

  /** Removes one pair. Undefined as for `putItem`. */
  async deleteItem(server: Server, version: Version, key: string): Promise<HttpResponse | undefined> {
    if (!isSegment(key)) return undefined;
    return this.send({ method: 'DELETE', path: itemPath(version, server.projectId, server.id, key), as: server.as });
  }

  private sendJson(
    method: 'PUT' | 'POST',
    path: string,
    as: Caller,
    body: unknown,
    more: Readonly<Record<string, string>> = {},
  ): Promise<HttpResponse> {
    const headers = { 'content-type': 'application/json', ...more };
    return this.send({ method, path, as, headers, body: toJson(body) });
  }
}

function toJson(body: unknown): Buffer {
  return Buffer.from(JSON.stringify(body));
}

/**
 * True if a key can be one segment of a path. A gateway that resolves dots turns `DELETE …/servers/ID/metadata/..` into
 * the deletion of the server.
 */
function isSegment(key: string): boolean {
  return key !== '' && key !== '.' && key !== '..';
}
