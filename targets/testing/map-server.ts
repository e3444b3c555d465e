import { routeOf } from '../../contracts/http/route';
import type { Metadata } from '../../contracts/metadata';
import type { HttpRequest } from '../http/message';
import { realNetwork } from '../http/transport';
import { MetadataApi } from '../metadata-api';
import type { ServerSnapshot } from '../snapshot/server-snapshot';

type Operation = 'PUT' | 'POST' | 'PUT item' | 'DELETE item';

export interface MapServerOptions {
  /** A status for a request that is refused; undefined for one that is carried out. */
  readonly refuses?: (operation: Operation, pairs: Metadata) => number | undefined;
  /** What it stores of a PUT of the whole map. */
  readonly replace?: (sent: Metadata, stored: Metadata) => Metadata;
  /** A status for each GET. */
  readonly shows?: () => number;
}

/** One server behind a wire that leads nowhere: it holds a map, and does with it what a test wants. */
export class MapServer {
  /** Operations that were carried out or refused, in their order. */
  readonly asked: string[] = [];

  constructor(
    public map: Metadata,
    private readonly options: MapServerOptions = {},
  ) {}

  /** What a run remembers of it. */
  held(change: Partial<ServerSnapshot> = {}): ServerSnapshot {
    const server = { id: 'S', projectId: 'P', as: 'own' } as const;
    return { server, version: 'v2.1', vmState: 'active', metadata: this.map, ...change };
  }

  get api(): MetadataApi {
    return new MetadataApi({ send: async (request) => this.answer(request), network: realNetwork });
  }

  private answer(asked: HttpRequest) {
    const json = (status: number, body: unknown) => ({ status, headers: {}, body: Buffer.from(JSON.stringify(body)) });
    if (asked.method === 'GET') return json(this.options.shows?.() ?? 200, { metadata: this.map });
    const isItem = routeOf(asked.path)?.resource === 'item';
    const operation = `${asked.method}${isItem ? ' item' : ''}` as Operation;
    const body = asked.body === undefined ? {} : JSON.parse(asked.body.toString());
    const pairs: Metadata = body.metadata ?? body.meta ?? {};
    this.asked.push(operation);
    const status = this.options.refuses?.(operation, pairs);
    if (status !== undefined) return json(status, { badRequest: { code: status, message: 'no' } });
    const key = decodeURIComponent(asked.path.split('/').at(-1) ?? '');
    if (operation === 'PUT') this.map = this.options.replace?.(pairs, this.map) ?? pairs;
    else if (operation === 'DELETE item') this.map = without(this.map, key);
    else this.map = { ...this.map, ...pairs };
    return json(200, { metadata: this.map });
  }
}

export function without(map: Metadata, ...keys: readonly string[]): Metadata {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

/** Values that are no text, which no type allows and targets hold all the same. */
export function holding(json: string): Metadata {
  return JSON.parse(json);
}

export function hasList(map: Metadata): boolean {
  return Object.values(map).some((value: unknown) => Array.isArray(value));
}
