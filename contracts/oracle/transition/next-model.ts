import type { ClauseId } from '../../clauses';
import { type Exchange, isUnparsable, jsonOf } from '../../http/exchange';
import { isInconclusive, noResponse } from '../../http/inconclusive';
import { asObject } from '../../http/json';
import { parseMetadataBody } from '../../http/parse-response';
import { type Route, routeOf } from '../../http/route';
import { isSuccess, isUnavailable } from '../../http/status';
import { type Metadata, sameMetadata } from '../../metadata';
import type { Profile } from '../../profiles/profile';
import type { Finding } from '../finding';
import { withAcceptedRequest, withEarlierMap, withRequestedMap } from '../history';
import { concurrentReplaces, expectUnchanged } from '../isolation';
import { shownMetadata, showsReplaceEffect } from '../judge/judge-metadata';
import { judgeReplace } from '../judge/judge-replace';
import { removedPairsOf, withoutKeysOf } from '../judge/removed-pairs';
import {
  knownMap,
  mapViews,
  plainRequestKey,
  type ServerModel,
  type TargetModel,
  type VersionView,
  type ViewEvent,
  withUnansweredReplace,
} from '../model';
import { classifyRequest } from '../request/classify-request';
import { acceptedReplace } from '../view-events';
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
    if (route.resource === 'metadata') {
      const read = withServer(state, route, afterMetadataRead(known, exchange, route));
      return withStoringVersion(read, known, exchange, route);
    }
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

/** From here on nothing is known of the map of a server. */
function forgetMap(known: ServerModel): ServerModel {
  const open = { ...known, accepted: undefined, removedPairs: undefined };
  return mapViews(open, (view) => ({ ...view, possibleMaps: undefined, events: [] }));
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

function afterReplace(
  state: TargetModel,
  known: ServerModel,
  exchange: Exchange,
  route: Route,
  profile: Profile,
): TargetModel {
  const { status, body } = exchange.response;
  const requestClass = classifyRequest(state, exchange.request, route, profile);
  const reasons = [...requestClass.rejectionReasons, ...requestClass.openQuestions];
  const isExcused = isInconclusive(exchange) || (status === 409 && requestClass.mayConflict);
  const isPlain = reasons.length === 0 && requestClass.features.length === 0 && !isExcused;
  const label = plainRequestKey(route.version, known);
  const others = known.rejectsPlainRequests.filter((entry) => entry !== label);
  const rejectsPlainRequests =
    isPlain && !isSuccess(status) ? [...others, label] : isPlain ? others : known.rejectsPlainRequests;
  const marked = { ...known, rejectsPlainRequests, replaceSince: true };

  const isLost = isInconclusive(exchange) || isUnavailable(status);
  if (isLost || !isSuccess(status)) {
    const [reason] = reasons;
    // The token is checked first, so a rejected caller changes nothing.
    if (status === 401) return withServer(state, route, expectUnchanged(marked, 'ATOMIC-04', carriesPairs(exchange)));
    const isClear = reason !== undefined && status !== noResponse && status < 500 && !isLost;
    if (isClear) {
      const unchanged = [
        reason.unchangedClause,
        ...(reason.otherUnchangedClause === undefined ? [] : [reason.otherUnchangedClause]),
      ];
      const isTelling = carriesPairs(exchange);
      return withServer(
        state,
        route,
        unchanged.reduce((changed, clause) => expectUnchanged(changed, clause, isTelling), marked),
      );
    }
    // The effect of a failed request is unknown. Earlier requests do not explain it.
    const clauses = isLost ? [] : violatedClauses(judgeReplace(state, exchange, route, profile));
    const both = (view: VersionView): VersionView => ({
      ...view,
      possibleMaps: view.possibleMaps &&
        requestClass.possibleMaps && [...view.possibleMaps, ...requestClass.possibleMaps],
      events: [...view.events, { kind: 'uncertain', clauses }],
    });
    const unanswered = isLost ? withUnansweredReplace(known.unanswered, exchange) : known.unanswered;
    const open = { ...marked, accepted: undefined, removedPairs: undefined, unanswered };
    return withServer(state, route, mapViews(open, both));
  }
  if (
    requestClass.rejectionReasons.length > 0 ||
    requestClass.possibleMaps === undefined ||
    requestClass.map === undefined
  ) {
    return withServer(state, route, forgetMap(marked));
  }
  const withRequest = isPlain ? withAcceptedRequest(state, route, known, requestClass.map) : state;
  const answered = parseMetadataBody(jsonOf(body))?.metadata;
  const before = knownMap(known.views[route.version]);
  const event: ViewEvent = {
    kind: 'replaced',
    by: route.version,
    sent: requestClass.map,
    before,
    wasRead: known.views[route.version].events.every((earlier) => earlier.kind === 'must not change'),
    answeredMap: answered === undefined || sameMetadata(answered, requestClass.map) ? undefined : answered,
    features: requestClass.features,
    openQuestions: requestClass.openQuestions.map(({ clause }) => clause),
    earlierMaps: known.earlierMaps,
    isAnswerReadable: !isUnparsable(body),
    stateClause: requestClass.stateClause,
  };
  const meanwhile = concurrentReplaces(state, exchange, known.projectId);
  const locked = known.locked === 'unknown' ? 'unnoticed' : known.locked;
  const earlierMaps = withEarlierMap(known.earlierMaps, requestClass.map);
  const accepted = { ...marked, accepted: requestClass.map, earlierMaps, removedPairs: undefined, locked };
  const stored = mapViews(accepted, (view) => ({
    ...view,
    possibleMaps: requestClass.possibleMaps,
    events: [event, ...meanwhile],
  }));
  const { updated } = known;
  const withReplaceTime =
    updated === undefined ? undefined : { ...updated, replacedAt: updated.replacedAt ?? exchange.at };
  return expectOthersUnchanged(
    withServer(withRequest, route, { ...stored, updated: withReplaceTime }),
    route.serverId,
    known.projectId,
  );
}

/** A replace of one server must not change another one. */
function expectOthersUnchanged(state: TargetModel, serverId: string, projectId: string): TargetModel {
  let servers: Map<string, ServerModel> | undefined;
  for (const [id, known] of state.servers) {
    const clause = known.projectId === projectId ? 'ISOLATION-01' : 'ISOLATION-02';
    const expected = id === serverId ? known : expectUnchanged(known, clause);
    if (expected !== known) servers = (servers ?? new Map(state.servers)).set(id, expected);
  }
  return servers === undefined ? state : { ...state, servers };
}

function afterMetadataRead(known: ServerModel, exchange: Exchange, route: Route): ServerModel {
  const seen: Metadata | undefined = shownMetadata(exchange);
  const view = known.views[route.version];
  if (seen === undefined) {
    const isVoid = isInconclusive(exchange) || isUnavailable(exchange.response.status) || known.isChanging;
    const unshown = isVoid ? view : afterFailedRead(view);
    return { ...known, views: { ...known.views, [route.version]: unshown } };
  }
  const others = mapViews(known, (other) => {
    // From here on the other version must show the same map. A difference violates VERSION-02, whatever happened
    // before.
    const held = knownMap(other);
    if (held === undefined || sameMetadata(held, seen)) return other;
    return { ...other, possibleMaps: [{ map: seen }], events: [{ kind: 'must not change', clause: 'VERSION-02' }] };
  });
  const replaced = acceptedReplace(view.events);
  return {
    ...known,
    race: undefined,
    earlierMaps: withEarlierMap(known.earlierMaps, seen),
    removedPairs: replaced === undefined ? known.removedPairs : removedPairsOf(replaced, seen),
    views: { ...others.views, [route.version]: { possibleMaps: [{ map: seen }], events: [], failedReads: 0 } },
  };
}

function withStoringVersion(
  state: TargetModel,
  known: ServerModel,
  exchange: Exchange,
  { version }: Route,
): TargetModel {
  const seen = shownMetadata(exchange);
  if (
    seen === undefined ||
    state.storingVersions.has(version) ||
    !showsReplaceEffect(known.views[version].events, seen)
  )
    return state;
  return { ...state, storingVersions: new Set([...state.storingVersions, version]) };
}

/** Once a server is judged as unreadable, nothing is known of it until the next read. */
function afterFailedRead(view: VersionView): VersionView {
  // Some targets show a server without metadata in another form than an empty map.
  const mayBeEmpty = view.possibleMaps?.some(({ map }) => Object.keys(map).length === 0) === true;
  if (mayBeEmpty || view.failedReads === undefined) return view;
  if (view.failedReads === 0) return { ...view, failedReads: 1 };
  return { ...view, failedReads: view.failedReads + 1, possibleMaps: undefined, events: [] };
}

/** True if the body of a request contains pairs, valid or not. */
function carriesPairs({ request }: Exchange): boolean {
  const { metadata } = asObject(jsonOf(request.body)) ?? {};
  return Object.keys(asObject(metadata) ?? {}).length > 0;
}

function violatedClauses(findings: readonly Finding[]): ClauseId[] {
  return [...new Set(findings.flatMap((finding) => (finding.outcome === 'broken' ? finding.suspects : [])))];
}

function withServer(state: TargetModel, route: Route, known: ServerModel): TargetModel {
  return { ...state, servers: new Map(state.servers).set(route.serverId, known) };
}
