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

export function itemOperations({
  version,
  setup: { read, send },
  needs,
  markMissing,
  markOffered,
  wasOffered,
  send: ask,
}: TestContext): ItemOperations {
  const change = async (
    need: Need,
    server: Server,
    asked: Pick<HttpRequest, 'method' | 'path'>,
    body: unknown,
    key: string,
    isDone: (shown: string | undefined) => boolean,
  ): Promise<void> => {
    needs(need);
    const sent = body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) };
    const { status } = await send({
      ...asked,
      ...sent,
      as: server.as,
      headers: { 'content-type': 'application/json' },
    });
    const operation = `${asked.method} …/metadata${asked.method === 'POST' ? '' : '/{key}'}`;
    if (!isSuccess(status)) markMissing(need, `${operation} is answered with status ${status}`);
    if (!isDone(await shown(server, key))) markMissing(need, `${operation} has not the usual effect`);
    markOffered(need);
  };
  const shown = async (server: Server, key: string) => {
    const map = await read(server);
    return Object.hasOwn(map, key) ? map[key] : undefined;
  };
  return {
    add: async (server, key, value) => {
      const path = metadataPath(version, server.projectId, server.id);
      await change(
        'item-operations/add',
        server,
        { method: 'POST', path },
        { metadata: { [key]: value } },
        key,
        (now) => now === value,
      );
    },
    set: async (server, key, value) => {
      const path = itemPath(version, server.projectId, server.id, key);
      await change(
        'item-operations/set',
        server,
        { method: 'PUT', path },
        { meta: { [key]: value } },
        key,
        (now) => now === value,
      );
    },
    remove: async (server, key) => {
      const path = itemPath(version, server.projectId, server.id, key);
      const before = await shown(server, key);
      // Another value in its place may have other causes than this operation.
      await change(
        'item-operations/remove',
        server,
        { method: 'DELETE', path },
        undefined,
        key,
        (now) => now !== before,
      );
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
