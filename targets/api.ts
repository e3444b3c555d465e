import { jsonOf, toBody } from '../contracts/http/exchange';
import { parseMetadataBody } from '../contracts/http/parse-response';
import type { Caller } from '../contracts/http/placeholders';
import { itemPath, metadataPath, serverPath } from '../contracts/http/route';
import type { Metadata, Version } from '../contracts/metadata';
import type { Network } from './network';
import type { Answer, Wire, WireRequest } from './wire';

/** A server as the suite addresses it: with its own project, by that project's token. */
export interface Server {
  readonly id: string;
  readonly projectId: string;
  readonly as: Extract<Caller, 'own' | 'other'>;
}

/** The few requests that the suite makes of the API, over any wire. */
export class Api {
  constructor(private readonly wire: Wire) {}

  get network(): Network {
    return this.wire.network;
  }

  /** @throws {TargetTrouble} for no answer, and for one that does not tell of the target. */
  send(asked: WireRequest): Promise<Answer> {
    return this.wire.send(asked);
  }

  replace(server: Server, version: Version, metadata: Metadata): Promise<Answer> {
    return this.sendJson('PUT', metadataPath(version, server.projectId, server.id), server, { metadata });
  }

  /** GET of the metadata; `metadata` is undefined where the answer shows none. */
  async read(server: Server, version: Version): Promise<{ answer: Answer; metadata: Metadata | undefined }> {
    const path = metadataPath(version, server.projectId, server.id);
    const answer = await this.send({ method: 'GET', path, as: server.as });
    const metadata = answer.status === 200 ? parseMetadataBody(jsonOf(toBody(answer.body)))?.metadata : undefined;
    return { answer, metadata };
  }

  look(server: Server, version: Version): Promise<Answer> {
    return this.send({ method: 'GET', path: serverPath(version, server.projectId, server.id), as: server.as });
  }

  act(server: Server, version: Version, action: string, parameters: unknown): Promise<Answer> {
    const path = `${serverPath(version, server.projectId, server.id)}/action`;
    return this.sendJson('POST', path, server, { [action]: parameters });
  }

  /** Adds pairs to those that are there, a sibling operation; used only where a replace brings nothing back. */
  add(server: Server, version: Version, metadata: Metadata): Promise<Answer> {
    return this.sendJson('POST', metadataPath(version, server.projectId, server.id), server, { metadata });
  }

  /** Sets one pair, for the same. */
  async putItem(server: Server, version: Version, key: string, value: string | undefined): Promise<void> {
    if (!isSegment(key)) return;
    const path = itemPath(version, server.projectId, server.id, key);
    await this.sendJson('PUT', path, server, { meta: { [key]: value } });
  }

  /** Removes one pair, the sibling operation; used only to clean up where a replace does not. */
  async removeItem(server: Server, version: Version, key: string): Promise<Answer | undefined> {
    if (!isSegment(key)) return undefined;
    return this.send({ method: 'DELETE', path: itemPath(version, server.projectId, server.id, key), as: server.as });
  }

  private sendJson(method: 'PUT' | 'POST', path: string, { as }: Server, body: unknown): Promise<Answer> {
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
