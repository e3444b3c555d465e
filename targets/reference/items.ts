import type { Metadata } from '../../contracts/metadata';
import type { Context } from './behaviour';
import { badRequest, notFound } from './fault';
import { json, type Outgoing } from './http-message';

/** POST of the collection: Nova merges. */
export async function merge(context: Context): Promise<Outgoing> {
  const { behaviour, request, server } = context;
  const raw = behaviour.checkShape(behaviour.readBody(request), context);
  const map = { ...server.metadata, ...behaviour.checkPairs(raw, context) };
  await change(map, context);
  return json(200, { metadata: map });
}

export async function showItem(key: string, context: Context): Promise<Outgoing> {
  return json(200, { meta: { [key]: itemOf(await context.behaviour.load(context), key) } });
}

/** PUT of one item: the body is `{"meta": {key: value}}`. */
export async function putItem(key: string, context: Context): Promise<Outgoing> {
  const { behaviour, request, server } = context;
  const { meta } = (behaviour.readBody(request) ?? {}) as { meta?: Record<string, unknown> };
  if (typeof meta !== 'object' || meta === null || Object.keys(meta).join() !== key) {
    throw badRequest('Request body and URI mismatch');
  }
  await change({ ...server.metadata, ...behaviour.checkPairs(meta, context) }, context);
  return json(200, { meta });
}

export async function removeItem(key: string, context: Context): Promise<Outgoing> {
  const { server } = context;
  itemOf(server.metadata, key);
  await change(Object.fromEntries(Object.entries(server.metadata).filter(([name]) => name !== key)), context);
  return { status: 204, headers: {}, body: '' };
}

function itemOf(map: Metadata, key: string): string {
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  if (value === undefined) throw notFound(`Metadata item ${key}`);
  return value;
}

async function change(map: Metadata, context: Context): Promise<void> {
  context.behaviour.checkState(context);
  context.behaviour.checkQuota(map, context);
  context.server.metadata = map;
  context.server.updated = context.world.clock.date();
}
