import type { Exchange } from '../../http/exchange';
import { type Route, routeOf } from '../../http/route';
import { isSuccess } from '../../http/status';
import type { Profile } from '../../profiles/profile';
import { withRequestedMap } from '../history';
import { expectOthersUnchanged, expectUnchanged } from '../isolation';
import { withoutKeysOf } from '../judge/removed-pairs';
import { forgetMap, type ServerModel, type TargetModel, withServer } from '../model';
import { knownMap } from '../version-view';
import { afterMetadataRead } from './after-read';
import { afterReplace } from './after-replace';
import { afterServerAction, afterServerRead } from './vm-state';

/** The model of the target after an exchange. Pure, like `judge`. */
export function nextModel(state: TargetModel, exchange: Exchange, profile: Profile): TargetModel {
  const { method, path } = exchange.request;
  const route = routeOf(path);
  const found = route === undefined ? undefined : state.servers.get(route.serverId);
  if (route === undefined) return state;
  if (found === undefined)
    return method !== 'GET' && isSuccess(exchange.response.status) ? forgetAllMaps(state) : state;
  // Only a read directly after a race shows its result.
  const isOver = exchange.race === undefined && method !== 'GET';
  const known = isOver ? { ...found, race: undefined } : found;
  if (exchange.race !== undefined) return afterRace(state, known, exchange, exchange.race, route);
  if (method === 'GET') {
    if (route.resource === 'metadata') return afterMetadataRead(state, known, exchange, route);
    return route.resource === 'server' ? withServer(state, route, afterServerRead(known, exchange)) : state;
  }
  if (route.resource === 'action') return withServer(state, route, afterServerAction(known, exchange));
  if (route.resource === 'metadata' && method === 'PUT' && !route.trailingSlash) {
    return afterReplace(state, known, exchange, route, profile);
  }
  const guarded = route.resource === 'metadata' && method !== 'POST';
  if (guarded) return withServer(state, route, expectUnchanged(known, route.trailingSlash ? 'METHOD-03' : 'METHOD-01'));
  const { request } = exchange;
  const earlierMaps = withRequestedMap(known.earlierMaps, request);
  const changed = { ...forgetMap(known), earlierMaps, removedPairs: withoutKeysOf(known.removedPairs, request) };
  // Servers with equal maps must not share one.
  return expectOthersUnchanged(withServer(state, route, changed), route.serverId, known.projectId);
}

/** A target that accepts a request for an unknown server may have changed any server. */
function forgetAllMaps(state: TargetModel): TargetModel {
  return { ...state, servers: new Map([...state.servers].map(([id, known]) => [id, forgetMap(known)])) };
}

/** The map of a server is unknown after concurrent requests, until the next read. */
function afterRace(
  state: TargetModel,
  known: ServerModel,
  exchange: Exchange,
  number: number,
  route: Route,
): TargetModel {
  const race =
    known.race?.number === number
      ? { ...known.race, exchanges: [...known.race.exchanges, exchange] }
      : { number, before: knownMap(known.views[route.version]), exchanges: [exchange] };
  const earlierMaps = isSuccess(exchange.response.status)
    ? withRequestedMap(known.earlierMaps, exchange.request)
    : known.earlierMaps;
  return expectOthersUnchanged(
    withServer(state, route, { ...forgetMap(known), earlierMaps, race }),
    route.serverId,
    known.projectId,
  );
}
