import type { Need } from '../../../contracts/capabilities';
import { jsonOf, toBody } from '../../../contracts/http/exchange';
import { asObject } from '../../../contracts/http/json';
import { itemPath, metadataPath } from '../../../contracts/http/route';
import { isSuccess } from '../../../contracts/http/status';
import type { HttpRequest } from '../../../targets/http/message';
import type { Server } from '../../../targets/metadata-api';
import type { TestContext } from './test-context';

/**
 * The other operations on the metadata of a server. The page does not require them: if one has not the usual effect at its
 * first use, the checks that need it are not run.
 */
export interface ItemOperations {
  /** POST of the collection: adds this pair to those that are there. */
  add(server: Server, key: string, value: string): Promise<void>;
  /** PUT of one item. */
  set(server: Server, key: string, value: string): Promise<void>;
  /** DELETE of one item. */
  remove(server: Server, key: string): Promise<void>;
  /** GET of one item; undefined where it shows none. */
  show(server: Server, key: string): Promise<string | undefined>;
}

interface Change extends Pick<HttpRequest, 'method' | 'path'> {
  readonly need: Need;
  readonly body?: unknown;
  /** @param now the value that the map has under the key after the change. */
  readonly isDone: (now: string | undefined) => boolean;
}

export function itemOperations({
  version,
  setup: { read, send },
  needs,
  markMissing,
  markOffered,
  wasOffered,
  send: ask,
}: TestContext): ItemOperations {
  const shown = async (server: Server, key: string) => {
    const map = await read(server);
    return Object.hasOwn(map, key) ? map[key] : undefined;
  };
  const change = async (server: Server, key: string, { need, method, path, body, isDone }: Change): Promise<void> => {
    needs(need);
    const sent = body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) };
    const headers = { 'content-type': 'application/json' };
    const { status } = await send({ method, path, ...sent, as: server.as, headers });
    const operation = `${method} …/metadata${method === 'POST' ? '' : '/{key}'}`;
    if (!isSuccess(status)) markMissing(need, `${operation} is answered with status ${status}`);
    if (!isDone(await shown(server, key))) markMissing(need, `${operation} has not the usual effect`);
    markOffered(need);
  };
  return {
    add: async (server, key, value) => {
      const path = metadataPath(version, server.projectId, server.id);
      const body = { metadata: { [key]: value } };
      const isDone = (now?: string) => now === value;
      await change(server, key, { need: 'item-operations/add', method: 'POST', path, body, isDone });
    },
    set: async (server, key, value) => {
      const path = itemPath(version, server.projectId, server.id, key);
      const isDone = (now?: string) => now === value;
      await change(server, key, {
        need: 'item-operations/set',
        method: 'PUT',
        path,
        body: { meta: { [key]: value } },
        isDone,
      });
    },
    remove: async (server, key) => {
      const path = itemPath(version, server.projectId, server.id, key);
      const before = await shown(server, key);
      // Another value in its place may have other causes than this operation.
      const isDone = (now?: string) => now !== before;
      await change(server, key, { need: 'item-operations/remove', method: 'DELETE', path, isDone });
    },
    show: async (server, key) => {
      needs('item-operations/show');
      const path = itemPath(version, server.projectId, server.id, key);
      const { status, body } = await ask({ method: 'GET', path, as: server.as });
      const value = asObject(asObject(jsonOf(toBody(body)))?.meta)?.[key];
      if (status === 200 && typeof value === 'string') {
        markOffered('item-operations/show');
        return value;
      }
      // The first one is always of a stored pair.
      if (!wasOffered('item-operations/show')) {
        const words = status === 200 ? 'does not show the pair' : `is answered with status ${status}`;
        markMissing('item-operations/show', `GET …/metadata/{key} ${words}`);
      }
      return undefined;
    },
  };
}
