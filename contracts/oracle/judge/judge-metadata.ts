import { type Exchange, jsonOf } from '../../http/exchange';
import { parseMetadataBody } from '../../http/parse-response';
import type { Route } from '../../http/route';
import { isUnavailable } from '../../http/status';
import { type Metadata, sameMetadata } from '../../metadata';
import type { Profile } from '../../profiles/profile';
import { formatMap } from '../../text/format-map';
import { acceptsMetadata } from '../../vm-states';
import { attributeUnexpectedMap, wrongAnsweredMap } from '../attribution/unexpected-map';
import { attributeUnreadableMap } from '../attribution/unreadable-map';
import { type Finding, reading, satisfied, violated } from '../finding';
import { isIsolationEvent } from '../isolation';
import { isDelayedEffect, type ServerModel, type TargetModel } from '../model';
import { acceptedReplace, lastUncertain, type PossibleMap, type VersionView, type ViewEvent } from '../version-view';
import { clausesShownByReplace } from './clauses-shown-by-replace';
import { judgeRace } from './judge-race';
import { judgeReappeared } from './removed-pairs';

/** The map in the response to a GET of the metadata, or undefined. */
export function shownMetadata(exchange: Exchange): Metadata | undefined {
  return exchange.response.status === 200 ? parseMetadataBody(jsonOf(exchange.response.body))?.metadata : undefined;
}

/** Judges the map that GET of the metadata shows, given the events since the last read. */
export function judgeMetadata(state: TargetModel, exchange: Exchange, route: Route, profile: Profile): Finding[] {
  const known = state.servers.get(route.serverId);
  const seen = shownMetadata(exchange);
  if (known === undefined) return [];
  if (known.race !== undefined) return seen === undefined ? [] : judgeRace(known.race, exchange, profile);
  const readable = judgeReadable(known, exchange);
  const view = known.views[route.version];
  if (seen === undefined) {
    return known.isChanging
      ? readable
      : [...readable, ...attributeUnreadableMap(view, exchange, route, profile.limits)];
  }
  if (view.possibleMaps === undefined) {
    return [...readable, ...(known.removedPairs === undefined ? [] : judgeReappeared(known.removedPairs, seen))];
  }
  return [...readable, ...judgeShownMap(state, view, view.possibleMaps, exchange, seen, route, profile)];
}

/** Nova shows the metadata in every vm_state (STATE-15), except that of deleted servers. */
function judgeReadable({ vmState }: ServerModel, exchange: Exchange): Finding[] {
  const { status } = exchange.response;
  if (vmState === undefined || vmState === 'deleted' || acceptsMetadata(vmState) || isUnavailable(status)) return [];
  return status === 200 ? [satisfied('STATE-15')] : violated(['STATE-15'], 'status 200', `status ${status}`);
}

function judgeShownMap(
  state: TargetModel,
  view: VersionView,
  possibleMaps: readonly PossibleMap[],
  exchange: Exchange,
  seen: Metadata,
  route: Route,
  profile: Profile,
): Finding[] {
  const { events } = view;
  const match = possibleMaps.find(({ map }) => sameMetadata(map, seen));
  const uncertain = lastUncertain(events);
  if (match === undefined) {
    // A delayed effect shows nothing of the replaces with a response.
    const { unanswered = [] } = state.servers.get(route.serverId) ?? {};
    if (isDelayedEffect(unanswered, seen, exchange.at)) return [];
    if (uncertain !== undefined) {
      // The map is neither the old nor the new one, and only these are possible.
      const clauses = uncertain.clauses.length > 0 ? uncertain.clauses : (['REPLACE-07'] as const);
      return violated(clauses, possibleMaps.map(({ map }) => formatMap(map)).join(' or '), formatMap(seen));
    }
    return attributeUnexpectedMap(state, exchange, route, { possibleMaps, events, seen }, profile.limits);
  }
  const exercised = events.flatMap((event) => (event.kind === 'replaced' ? event.features : []));
  const readings = match.reading === undefined ? [] : [reading(match.reading.clause, match.reading.reading, exercised)];
  // It is not known whose map the server shows.
  if (uncertain !== undefined) return readings;
  const isStoring = state.storingVersions.has(route.version) || showsReplaceEffect(events, seen);
  const satisfied = events.flatMap((event) => satisfiedBy(event, seen, route, profile, isStoring));
  return [...readings, ...satisfied, ...(isStoring ? satisfiedUnchanged(events, seen) : [])];
}

/** True if the map has the pairs of a replace since the last read, and had not all of them before. */
export function showsReplaceEffect(events: readonly ViewEvent[], seen: Metadata): boolean {
  const replaced = acceptedReplace(events);
  if (replaced === undefined) return false;
  const { sent, before = {} } = replaced;
  const has = (map: Metadata, key: string) => Object.hasOwn(map, key) && map[key] === sent[key];
  const keys = Object.keys(sent);
  return keys.some((key) => !has(before, key)) && keys.every((key) => has(seen, key));
}

/** The map did not change without a request since the last read. An empty map cannot show that. */
function satisfiedUnchanged(events: readonly ViewEvent[], seen: Metadata): Finding[] {
  return events.every(isIsolationEvent) && Object.keys(seen).length > 0 ? [satisfied('REPLACE-07')] : [];
}

function satisfiedBy(event: ViewEvent, seen: Metadata, route: Route, profile: Profile, isStoring: boolean): Finding[] {
  if (event.kind === 'uncertain') return [];
  if (event.kind === 'must not change') {
    const isTelling = Object.keys(seen).length > 0 || event.showsOnEmpty === true;
    return isStoring && isTelling ? [satisfied(event.clause)] : [];
  }
  if (event.by !== route.version) return Object.keys(seen).length > 0 ? [satisfied('VERSION-02')] : [];
  return [...clausesShownByReplace(event, profile.limits).map(satisfied), ...wrongAnsweredMap(event, seen)];
}
