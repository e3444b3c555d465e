import { routeOf } from '../../contracts/http/route';
import type { Metadata } from '../../contracts/metadata';
import type { HttpRequest } from '../http/message';
import { realNetwork } from '../http/transport';
import { MetadataApi } from '../metadata-api';
import type { ServerSnapshot } from '../snapshot/server-snapshot';

type Operation = 'PUT' | 'POST' | 'PUT item' | 'DELETE item';

export interface MapServerOptions {
  /** Returns the status of a rejection; undefined carries out the request. */
  readonly refuses?: (operation: Operation, pairs: Metadata) => number | undefined;
  /** Returns the map to store for a PUT. */
  readonly replace?: (sent: Metadata, stored: Metadata) => Metadata;
  /** Returns the status of a GET. */
  readonly shows?: () => number;
}

/** A server with one map, without a network. A test defines how it reacts to requests. */
export class MapServer {
  /** All writing operations, in their order. */
  readonly operations: string[] = [];

  constructor(
    public map: Metadata,
    private readonly options: MapServerOptions = {},
  ) {}

  /** A snapshot of it, with changes. */
  snapshot(change: Partial<ServerSnapshot> = {}): ServerSnapshot {
    const server = { id: 'S', projectId: 'P', as: 'own' } as const;
    return { server, version: 'v2.1', vmState: 'active', metadata: this.map, ...change };
  }

  get api(): MetadataApi {
    return new MetadataApi({ send: async (request) => this.respond(request), network: realNetwork });
  }

  private respond({ method, path, body: bytes }: HttpRequest) {
    const json = (status: number, body: unknown) => ({ status, headers: {}, body: Buffer.from(JSON.stringify(body)) });
    if (method === 'GET') return json(this.options.shows?.() ?? 200, { metadata: this.map });
    const isItem = routeOf(path)?.resource === 'item';
    const operation = `${method}${isItem ? ' item' : ''}` as Operation;
    const body = bytes === undefined ? {} : JSON.parse(bytes.toString());
    const pairs: Metadata = body.metadata ?? body.meta ?? {};
    this.operations.push(operation);
    const status = this.options.refuses?.(operation, pairs);
    if (status !== undefined) return json(status, { badRequest: { code: status, message: 'no' } });
    const key = decodeURIComponent(path.split('/').at(-1) ?? '');
    if (operation === 'PUT') this.map = this.options.replace?.(pairs, this.map) ?? pairs;
    else if (operation === 'DELETE item') this.map = without(this.map, key);
    else this.map = { ...this.map, ...pairs };
    return json(200, { metadata: this.map });
  }
}

export function without(map: Metadata, ...keys: readonly string[]): Metadata {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

/** A map from JSON. It may contain values that are not strings, as those of some targets do. */
export function holding(json: string): Metadata {
  return JSON.parse(json);
}

export function hasList(map: Metadata): boolean {
  return Object.values(map).some((value: unknown) => Array.isArray(value));
}
