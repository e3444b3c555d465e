import { jsonOf, type RecordedRequest } from '../http/exchange';
import { asObject } from '../http/json';
import { memoizeByObject } from '../http/memoize';
import type { Route } from '../http/route';
import { type Metadata, sameMetadata } from '../metadata';
import { type AcceptedRequest, plainRequestKey, type ServerModel, type TargetModel } from './model';

/** The limits of the history of a server. It covers stale copies that are some seconds old. */
const memoryLimit = { maps: 256, characters: 2_000_000 };

/** Characters of a map as JSON. */
const jsonSize = memoizeByObject((map: Metadata) => JSON.stringify(map).length);

/** Characters of all maps of a history: adding one map must not cost a look at all others. */
const historySizes = new WeakMap<readonly Metadata[], number>();

/** Adds a map to the history of a server, the newest first. */
export function withEarlierMap(earlierMaps: readonly Metadata[], map: Metadata): readonly Metadata[] {
  const maps = [map, ...earlierMaps];
  let size = jsonSize(map) + sizeOfHistory(earlierMaps);
  while (maps.length > 1 && (maps.length > memoryLimit.maps || size > memoryLimit.characters)) {
    size -= jsonSize(maps.pop() as Metadata);
  }
  historySizes.set(maps, size);
  return maps;
}

function sizeOfHistory(maps: readonly Metadata[]): number {
  return historySizes.get(maps) ?? maps.reduce((sum, map) => sum + jsonSize(map), 0);
}

/** Adds the map of a request to the history, also for requests that set single pairs. */
export function withRequestedMap(earlierMaps: readonly Metadata[], { body }: RecordedRequest): readonly Metadata[] {
  const json = asObject(jsonOf(body));
  const pairs = asObject(json?.metadata) ?? asObject(json?.meta);
  return pairs === undefined ? earlierMaps : withEarlierMap(earlierMaps, pairs as Metadata);
}

/** True if one of the maps has this pair. */
export function hadPair(maps: readonly Metadata[], key: string, value: unknown): boolean {
  return maps.some((map) => Object.hasOwn(map, key) && map[key] === value);
}

/** The most requests in the history. It is small, because fixtures use the same few maps. */
const mostAccepted = 16;

/** Adds an accepted plain request. */
export function withAcceptedRequest(
  state: TargetModel,
  { version }: Route,
  known: ServerModel,
  map: Metadata,
): TargetModel {
  const key = plainRequestKey(version, known);
  const others = state.acceptedRequests.filter((accepted) => !isSameRequest(accepted, key, map));
  return { ...state, acceptedRequests: [{ key, map }, ...others].slice(0, mostAccepted) };
}

/** True if the target accepted the same request before, under this version and in this vm_state. */
export function wasAcceptedBefore(
  { servers, acceptedRequests }: TargetModel,
  { serverId, version }: Route,
  map: Metadata,
): boolean {
  const known = servers.get(serverId);
  if (known === undefined) return false;
  const key = plainRequestKey(version, known);
  return acceptedRequests.some((accepted) => isSameRequest(accepted, key, map));
}

function isSameRequest(accepted: AcceptedRequest, key: string, map: Metadata): boolean {
  return accepted.key === key && sameMetadata(accepted.map, map);
}
