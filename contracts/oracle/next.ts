import type { ClauseId } from '../clauses';
import { type Exchange, isUnparsable, jsonOf } from '../http/exchange';
import { isInconclusive, noResponse } from '../http/inconclusive';
import { asObject } from '../http/json';
import { parseMetadataBody } from '../http/parse-response';
import { type Route, routeOf } from '../http/route';
import { isSuccess, isUnavailable } from '../http/status';
import { type Metadata, sameMetadata } from '../metadata';
import type { Profile } from '../profiles/profile';
import { afterAction } from './after-action';
import { afterLook } from './after-look';
import { demandOf } from './demand';
import { disturb } from './disturb';
import { disturbedBeside } from './disturbed-beside';
import { eachView } from './each-view';
import type { Finding } from './finding';
import { seenMetadata, showsEffect } from './judge-metadata';
import { judgeReplace } from './judge-replace';
import { withLost } from './lost';
import { withPast, withSet } from './past';
import { rememberTaken } from './plainly-taken';
import { certain, type Event, type Known, ordinaryKey, type Replaced, type State, type View } from './state';
import { beside, supersededBy } from './superseded';

/** What is known of the target after an exchange. Pure, the companion of `judge`. */
export function next(state: State, exchange: Exchange, profile: Profile): State {
  const { method, path } = exchange.request;
  const route = routeOf(path);
  const found = route === undefined ? undefined : state.servers.get(route.serverId);
  if (route === undefined) return state;
  if (found === undefined) return method !== 'GET' && isSuccess(exchange.response.status) ? unsettled(state) : state;
  // Only a read right after the race shows what it left behind.
  const isOver = exchange.race === undefined && method !== 'GET';
  const known = isOver ? { ...found, race: undefined } : found;
  if (exchange.race !== undefined) return afterMeeting(state, known, exchange, exchange.race, route);
  if (method === 'GET') {
    if (route.resource === 'metadata') {
      const read = withServer(state, route, afterRead(known, exchange, route));
      return storing(read, known, exchange, route);
    }
    return route.resource === 'server' ? withServer(state, route, afterLook(known, exchange)) : state;
  }
  if (route.resource === 'action') return withServer(state, route, afterAction(known, exchange));
  if (route.resource === 'metadata' && method === 'PUT' && !route.trailingSlash) {
    return afterReplace(state, known, exchange, route, profile);
  }
  const guarded = route.resource === 'metadata' && method !== 'POST';
  if (guarded) return withServer(state, route, disturb(known, route.trailingSlash ? 'METHOD-03' : 'METHOD-01'));
  const { request } = exchange;
  const past = withSet(known.past, request);
  const changed = { ...unknown(known), past, superseded: beside(known.superseded, request) };
  // Servers that were given the same map must not share it.
  return elsewhere(withServer(state, route, changed), route.serverId, known.projectId);
}

/** Who takes a request for a server that is none of the run's may have changed any of them. */
function unsettled(state: State): State {
  return { ...state, servers: new Map([...state.servers].map(([id, known]) => [id, unknown(known)])) };
}

/** From here on a server may hold anything. */
function unknown(known: Known): Known {
  const open = { ...known, accepted: undefined, superseded: undefined };
  return eachView(open, (view) => ({ ...view, candidates: undefined, events: [] }));
}

/** What a server holds while requests meet is open until it is read again. */
function afterMeeting(state: State, known: Known, exchange: Exchange, number: number, route: Route): State {
  const race =
    known.race?.number === number
      ? { ...known.race, exchanges: [...known.race.exchanges, exchange] }
      : { number, before: certain(known.views[route.version]), exchanges: [exchange] };
  const past = isSuccess(exchange.response.status) ? withSet(known.past, exchange.request) : known.past;
  return elsewhere(withServer(state, route, { ...unknown(known), past, race }), route.serverId, known.projectId);
}

function afterReplace(state: State, known: Known, exchange: Exchange, route: Route, profile: Profile): State {
  const { status, body } = exchange.response;
  const demand = demandOf(state, exchange.request, route, profile);
  const reasons = [...demand.objections, ...demand.openings];
  const isExcused = isInconclusive(exchange) || (status === 409 && demand.mayConflict);
  const isOrdinary = reasons.length === 0 && demand.traits.length === 0 && !isExcused;
  const label = ordinaryKey(route.version, known);
  const others = known.refusesOrdinary.filter((entry) => entry !== label);
  const refusesOrdinary =
    isOrdinary && !isSuccess(status) ? [...others, label] : isOrdinary ? others : known.refusesOrdinary;
  const marked = { ...known, refusesOrdinary, isAsked: true };

  const isLost = isInconclusive(exchange) || isUnavailable(status);
  if (isLost || !isSuccess(status)) {
    const [reason] = reasons;
    // The token is looked at before anything else: a caller who is refused for it has changed nothing.
    if (status === 401) return withServer(state, route, disturb(marked, 'ATOMIC-04', carriesPairs(exchange)));
    const isClear = reason !== undefined && status !== noResponse && status < 500 && !isLost;
    if (isClear) {
      const traces = [reason.trace, ...(reason.otherTrace === undefined ? [] : [reason.otherTrace])];
      const isTelling = carriesPairs(exchange);
      return withServer(
        state,
        route,
        traces.reduce((changed, trace) => disturb(changed, trace, isTelling), marked),
      );
    }
    // A request that failed may have been carried out or not. What it did is not the doing of those before it.
    const clauses = isLost ? [] : violatedBy(judgeReplace(state, exchange, route, profile));
    const both = (view: View): View => ({
      ...view,
      candidates: view.candidates && demand.candidates && [...view.candidates, ...demand.candidates],
      events: [...view.events, { kind: 'uncertain', clauses }],
    });
    const lost = isLost ? withLost(known.unanswered, exchange) : known.unanswered;
    const open = { ...marked, accepted: undefined, superseded: undefined, unanswered: lost };
    return withServer(state, route, eachView(open, both));
  }
  if (demand.objections.length > 0 || demand.candidates === undefined || demand.map === undefined) {
    return withServer(state, route, unknown(marked));
  }
  const told = isOrdinary ? rememberTaken(state, route, known, demand.map) : state;
  const claimed = parseMetadataBody(jsonOf(body))?.metadata;
  const before = certain(known.views[route.version]);
  const event: Event = {
    kind: 'replaced',
    by: route.version,
    sent: demand.map,
    before,
    sure: known.views[route.version].events.every((earlier) => earlier.kind === 'disturbed'),
    claimed: claimed === undefined || sameMetadata(claimed, demand.map) ? undefined : claimed,
    traits: demand.traits,
    openings: demand.openings.map(({ clause }) => clause),
    past: known.past,
    isAnswerReadable: !isUnparsable(body),
    stateClause: demand.stateClause,
  };
  const meanwhile = disturbedBeside(state, exchange, known.projectId);
  const locked = known.locked === 'unknown' ? 'unnoticed' : known.locked;
  const past = withPast(known.past, demand.map);
  const accepted = { ...marked, accepted: demand.map, past, superseded: undefined, locked };
  const stored = eachView(accepted, (view) => ({
    ...view,
    candidates: demand.candidates,
    events: [event, ...meanwhile],
  }));
  const { updated } = known;
  const moved = updated === undefined ? undefined : { ...updated, replacedAt: updated.replacedAt ?? exchange.at };
  return elsewhere(withServer(told, route, { ...stored, updated: moved }), route.serverId, known.projectId);
}

/** A replace of one server must leave every other one alone. */
function elsewhere(state: State, serverId: string, projectId: string): State {
  let servers: Map<string, Known> | undefined;
  for (const [id, known] of state.servers) {
    const clause = known.projectId === projectId ? 'ISOLATION-01' : 'ISOLATION-02';
    const disturbed = id === serverId ? known : disturb(known, clause);
    if (disturbed !== known) servers = (servers ?? new Map(state.servers)).set(id, disturbed);
  }
  return servers === undefined ? state : { ...state, servers };
}

function afterRead(known: Known, exchange: Exchange, route: Route): Known {
  const seen: Metadata | undefined = seenMetadata(exchange);
  const view = known.views[route.version];
  if (seen === undefined) {
    const isVoid = isInconclusive(exchange) || isUnavailable(exchange.response.status) || known.isChanging;
    const unshown = isVoid ? view : afterFailedRead(view);
    return { ...known, views: { ...known.views, [route.version]: unshown } };
  }
  const others = eachView(known, (other) => {
    // From now on the other version must show what this one does; that it does not is VERSION-02, whatever came before.
    const held = certain(other);
    if (held === undefined || sameMetadata(held, seen)) return other;
    return { ...other, candidates: [{ map: seen }], events: [{ kind: 'disturbed', clause: 'VERSION-02' }] };
  });
  const replaced = view.events.find((event): event is Replaced => event.kind === 'replaced');
  return {
    ...known,
    race: undefined,
    past: withPast(known.past, seen),
    superseded: replaced === undefined ? known.superseded : supersededBy(replaced, seen),
    views: { ...others.views, [route.version]: { candidates: [{ map: seen }], events: [], failedReads: 0 } },
  };
}

function storing(state: State, known: Known, exchange: Exchange, { version }: Route): State {
  const seen = seenMetadata(exchange);
  if (seen === undefined || state.stores.has(version) || !showsEffect(known.views[version].events, seen)) return state;
  return { ...state, stores: new Set([...state.stores, version]) };
}

/** Once it is judged that a server can no longer be read, nothing is known of it until it is read again. */
function afterFailedRead(view: View): View {
  // Some show a server without metadata in another way than as an empty map.
  const mayBeEmpty = view.candidates?.some(({ map }) => Object.keys(map).length === 0) === true;
  if (mayBeEmpty || view.failedReads === undefined) return view;
  if (view.failedReads === 0) return { ...view, failedReads: 1 };
  return { ...view, failedReads: view.failedReads + 1, candidates: undefined, events: [] };
}

/** Whether the body of a request holds any pairs, good or bad. */
function carriesPairs({ request }: Exchange): boolean {
  const { metadata } = asObject(jsonOf(request.body)) ?? {};
  return Object.keys(asObject(metadata) ?? {}).length > 0;
}

function violatedBy(findings: readonly Finding[]): ClauseId[] {
  return [...new Set(findings.flatMap((finding) => (finding.outcome === 'broken' ? finding.suspects : [])))];
}

function withServer(state: State, route: Route, known: Known): State {
  return { ...state, servers: new Map(state.servers).set(route.serverId, known) };
}
