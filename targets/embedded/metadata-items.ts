import type { Metadata } from '../../contracts/metadata';
import type { Context } from './behaviour';
import { badRequest, jsonResponse, notFound, type OutgoingResponse } from './http';

/** POST of the collection: merges, as in Nova. */
export async function mergeMetadata(context: Context): Promise<OutgoingResponse> {
  const { behaviour, request, server } = context;
  const raw = behaviour.checkShape(behaviour.readBody(request), context);
  const map = { ...server.metadata, ...behaviour.checkPairs(raw, context) };
  await changeMetadata(map, context);
  return jsonResponse(200, { metadata: map });
}

export async function getItem(key: string, context: Context): Promise<OutgoingResponse> {
  return jsonResponse(200, { meta: { [key]: itemOf(await context.behaviour.load(context), key) } });
}

/** PUT of one item: the body is `{"meta": {key: value}}`. */
export async function putItem(key: string, context: Context): Promise<OutgoingResponse> {
  const { behaviour, request, server } = context;
  const { meta } = (behaviour.readBody(request) ?? {}) as { meta?: Record<string, unknown> };
  if (typeof meta !== 'object' || meta === null || Object.keys(meta).join() !== key) {
    throw badRequest('Request body and URI mismatch');
  }
  await changeMetadata({ ...server.metadata, ...behaviour.checkPairs(meta, context) }, context);
  return jsonResponse(200, { meta });
}

export async function deleteItem(key: string, context: Context): Promise<OutgoingResponse> {
  const { server } = context;
  itemOf(server.metadata, key);
  await changeMetadata(Object.fromEntries(Object.entries(server.metadata).filter(([name]) => name !== key)), context);
  return { status: 204, headers: {}, body: '' };
}

function itemOf(map: Metadata, key: string): string {
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  if (value === undefined) throw notFound(`Metadata item ${key}`);
  return value;
}

async function changeMetadata(map: Metadata, context: Context): Promise<void> {
  context.behaviour.checkState(context);
  context.behaviour.checkQuota(map, context);
  context.server.metadata = map;
  context.server.updated = context.store.clock.date();
}
