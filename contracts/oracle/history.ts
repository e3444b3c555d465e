import { jsonOf, type RecordedRequest } from '../http/exchange';
import { asObject } from '../http/json';
import { memoizeByObject } from '../http/memoize';
import type { Route } from '../http/route';
import { type Metadata, sameMetadata } from '../metadata';
import { type AcceptedRequest, plainRequestKey, type ServerModel, type TargetModel } from './model';

/** So much of a server is remembered: a copy that is some seconds old is that many requests old. */
const memoryLimit = { maps: 256, characters: 2_000_000 };

/** Characters of a map as JSON. */
const jsonSize = memoizeByObject((map: Metadata) => JSON.stringify(map).length);

/** The maps that a server was given or seen to hold, the last one first. */
export function withEarlierMap(past: readonly Metadata[], map: Metadata): readonly Metadata[] {
  const maps = [map];
  let left = memoryLimit.characters - jsonSize(map);
  for (const earlier of past) {
    left -= jsonSize(earlier);
    if (left < 0 || maps.length === memoryLimit.maps) break;
    maps.push(earlier);
  }
  return maps;
}

/** The same after a request that sets pairs, be it one of a sibling operation. */
export function withRequestedMap(past: readonly Metadata[], { body }: RecordedRequest): readonly Metadata[] {
  const json = asObject(jsonOf(body));
  const pairs = asObject(json?.metadata) ?? asObject(json?.meta);
  return pairs === undefined ? past : withEarlierMap(past, pairs as Metadata);
}

/** Whether a pair was there before, as it is. */
export function wasHeldBefore(past: readonly Metadata[], key: string, value: unknown): boolean {
  return past.some((map) => Object.hasOwn(map, key) && map[key] === value);
}

/** So many are remembered: the suite sets the stage with the same few maps again and again. */
const mostAccepted = 16;

/** The same state after a request without any peculiarity was taken. */
export function withAcceptedRequest(
  state: TargetModel,
  { version }: Route,
  known: ServerModel,
  map: Metadata,
): TargetModel {
  const key = plainRequestKey(version, known);
  const others = state.acceptedRequests.filter((taken) => !isSameRequest(taken, key, map));
  return { ...state, acceptedRequests: [{ key, map }, ...others].slice(0, mostAccepted) };
}

/** Whether the same request was taken before, under this version and in this vm_state. */
export function wasAcceptedBefore(
  { servers, acceptedRequests }: TargetModel,
  { serverId, version }: Route,
  map: Metadata,
): boolean {
  const known = servers.get(serverId);
  if (known === undefined) return false;
  const key = plainRequestKey(version, known);
  return acceptedRequests.some((taken) => isSameRequest(taken, key, map));
}

function isSameRequest(taken: AcceptedRequest, key: string, map: Metadata): boolean {
  return taken.key === key && sameMetadata(taken.map, map);
}
