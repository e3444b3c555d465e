import { asObject } from '../http/json';
import { parseMetadataBody } from '../http/parse-response';
import { metadataPath } from '../http/route';
import { isSuccess } from '../http/status';
import type { Metadata, Version } from '../metadata';

export interface MetadataClientOptions {
  /** The URL before /v2 and /v2.1, without a final slash. */
  readonly endpoint: string;
  readonly projectId: string;
  readonly token?: string;
  /** Default v2.1. */
  readonly version?: Version;
  readonly fetch?: typeof fetch;
}

/** The API rejected a request. The message is that of the API, if it has one. */
export class MetadataApiError extends Error {
  override readonly name = 'MetadataApiError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A minimal client of the API. It relies only on the contract. */
export class MetadataClient {
  constructor(private readonly options: MetadataClientOptions) {}

  /**
   * Deletes all metadata of a server and sets this map. Returns the new map.
   *
   * @throws {MetadataApiError} if the status is not 2xx.
   */
  replace(serverId: string, metadata: Metadata): Promise<Metadata> {
    const headers = { 'content-type': 'application/json' };
    return this.send(serverId, { method: 'PUT', headers, body: JSON.stringify({ metadata }) });
  }

  /** @throws {MetadataApiError} if the status is not 2xx. */
  read(serverId: string): Promise<Metadata> {
    return this.send(serverId, { method: 'GET' });
  }

  private async send(serverId: string, init: { method: string; headers?: Record<string, string>; body?: string }) {
    const { endpoint, projectId, token, version = 'v2.1', fetch: send = fetch } = this.options;
    const credential: Record<string, string> = token === undefined ? {} : { 'x-auth-token': token };
    const headers = { accept: 'application/json', ...init.headers, ...credential };
    const response = await send(`${endpoint}${metadataPath(version, projectId, serverId)}`, { ...init, headers });
    const json: unknown = await response.json().catch(() => undefined);
    if (!isSuccess(response.status))
      throw new MetadataApiError(response.status, errorMessage(json) ?? `status ${response.status}`);
    const body = parseMetadataBody(json);
    if (body === undefined) throw new Error('the response has no metadata');
    return body.metadata;
  }
}

/** `{"badRequest": {"code": 400, "message": "…"}}` */
function errorMessage(json: unknown): string | undefined {
  const [fault] = Object.values(asObject(json) ?? {});
  const message = asObject(fault)?.message;
  return typeof message === 'string' ? message : undefined;
}
