import { jsonOf, toBody } from '../contracts/http/exchange';
import { parseMetadataBody } from '../contracts/http/parse-response';
import type { Caller } from '../contracts/http/placeholders';
import { itemPath, metadataPath, serverPath } from '../contracts/http/route';
import type { Metadata, Version } from '../contracts/metadata';
import type { HttpClient, HttpRequest, HttpResponse } from './http/client';
import type { Network } from './http/transport';

/** A server as the suite addresses it: with its own project, by that project's token. */
export interface Server {
  readonly id: string;
  readonly projectId: string;
  readonly as: Extract<Caller, 'own' | 'other'>;
}

/** The few requests that the suite makes of the API, over any wire. */
export class MetadataApi {
  constructor(private readonly client: HttpClient) {}

  get network(): Network {
    return this.client.network;
  }

  /** @throws {TargetTrouble} for no answer, and for one that does not tell of the target. */
  send(asked: HttpRequest): Promise<HttpResponse> {
    return this.client.send(asked);
  }

  putMetadata(server: Server, version: Version, metadata: Metadata): Promise<HttpResponse> {
    return this.sendJson('PUT', metadataPath(version, server.projectId, server.id), server, { metadata });
  }

  /** GET of the metadata; `metadata` is undefined where the answer shows none. */
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

  serverAction(server: Server, version: Version, action: string, parameters: unknown): Promise<HttpResponse> {
    const path = `${serverPath(version, server.projectId, server.id)}/action`;
    return this.sendJson('POST', path, server, { [action]: parameters });
  }

  /** Adds pairs to those that are there, a sibling operation; used only where a replace brings nothing back. */
  postMetadata(server: Server, version: Version, metadata: Metadata): Promise<HttpResponse> {
    return this.sendJson('POST', metadataPath(version, server.projectId, server.id), server, { metadata });
  }

  /** Sets one pair, for the same. */
  async putItem(server: Server, version: Version, key: string, value: string | undefined): Promise<void> {
    if (!isSegment(key)) return;
    const path = itemPath(version, server.projectId, server.id, key);
    await this.sendJson('PUT', path, server, { meta: { [key]: value } });
  }

  /** Removes one pair, the sibling operation; used only to clean up where a replace does not. */
  async deleteItem(server: Server, version: Version, key: string): Promise<HttpResponse | undefined> {
    if (!isSegment(key)) return undefined;
    return this.send({ method: 'DELETE', path: itemPath(version, server.projectId, server.id, key), as: server.as });
  }

  private sendJson(method: 'PUT' | 'POST', path: string, { as }: Server, body: unknown): Promise<HttpResponse> {
    const headers = { 'content-type': 'application/json' };
    return this.send({ method, path, as, headers, body: Buffer.from(JSON.stringify(body)) });
  }
}

/**
 * Whether a key names one item of a URI. A gateway that resolves paths makes of `DELETE …/servers/ID/metadata/..` the
 * deletion of the server.
 */
function isSegment(key: string): boolean {
  return key !== '' && key !== '.' && key !== '..';
}
