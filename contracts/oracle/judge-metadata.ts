import type { ClauseId } from '../clauses';
import { type Exchange, isUnparsable, jsonOf } from '../http/exchange';
import { parseMetadataBody } from '../http/parse-response';
import type { Route } from '../http/route';
import { isUnavailable } from '../http/status';
import { type Metadata, sameMetadata } from '../metadata';
import type { Profile } from '../profiles/profile';
import { acceptsMetadata } from '../vm-states';
import { blameReplaced } from './blame-replaced';
import { disturbedBeside } from './disturbed-beside';
import { broken, type Finding, kept, reading } from './finding';
import { isElsewhere } from './is-elsewhere';
import { isOfOthers } from './is-of-others';
import { judgeRace } from './judge-race';
import { keptByReplaced } from './kept-by-replaced';
import { isLateEffect } from './lost';
import { setElsewhere } from './set-elsewhere';
import { show } from './show';
import { explainedByStale } from './stale';
import type { Candidate, Event, Known, Replaced, State, Uncertain, View } from './state';
import { judgeBroughtBack } from './superseded';

/** The map that a GET of the metadata shows, or undefined where it shows none. */
export function seenMetadata(exchange: Exchange): Metadata | undefined {
  return exchange.response.status === 200 ? parseMetadataBody(jsonOf(exchange.response.body))?.metadata : undefined;
}

/** Judges what is stored, as GET of the metadata shows it, against everything that has happened since it was last read. */
export function judgeMetadata(state: State, exchange: Exchange, route: Route, profile: Profile): Finding[] {
  const known = state.servers.get(route.serverId);
  const seen = seenMetadata(exchange);
  if (known === undefined) return [];
  if (known.race !== undefined) return seen === undefined ? [] : judgeRace(known.race, exchange, profile);
  const readable = judgeReadable(known, exchange);
  const view = known.views[route.version];
  if (seen === undefined) {
    return known.isChanging ? readable : [...readable, ...judgeUnshown(view, exchange, route, profile)];
  }
  if (view.candidates === undefined) {
    return [...readable, ...(known.superseded === undefined ? [] : judgeBroughtBack(known.superseded, seen))];
  }
  return [...readable, ...judgeSeen(state, view, view.candidates, exchange, seen, route, profile)];
}

/** Nova shows the metadata in every vm_state (STATE-15); what is deleted may be gone. */
function judgeReadable({ vmState }: Known, exchange: Exchange): Finding[] {
  const { status } = exchange.response;
  if (vmState === undefined || vmState === 'deleted' || acceptsMetadata(vmState) || isUnavailable(status)) return [];
  return status === 200 ? [kept('STATE-15')] : broken(['STATE-15'], 'status 200', `status ${status}`);
}

/**
 * The server shows no map although it showed one before. What was sent since then is to blame: a request that was
 * refused or failed, and after which the server can no longer be read, has changed it.
 */
function judgeUnshown(
  { events, failedReads }: View,
  { response }: Exchange,
  route: Route,
  profile: Profile,
): Finding[] {
  const uncertain = lastUncertain(events);
  const replaced = events.find((event): event is Replaced => event.kind === 'replaced');
  const isOwn = (response.status === 200 && jsonOf(response.body) !== undefined) || response.status === 500;
  // The first failed read may be a fault of the moment, unless it says itself that the stored pairs are the reason.
  const isLost = failedReads === 1 || (isOwn && replaced !== undefined && uncertain === undefined);
  if (!isLost) return [];
  const observed = response.status === 200 ? 'an answer that shows no map' : `status ${response.status}`;
  if (uncertain !== undefined) return broken(uncertain.clauses, 'a map', observed);
  if (replaced === undefined) {
    return broken([...disturbedBy(events), 'REPLACE-07'], 'the map as before', observed);
  }
  // Some show a server without metadata in another way than as an empty map.
  if (Object.keys(replaced.sent).length === 0) return [];
  const across = replaced.by === route.version ? [] : (['VERSION-02'] as const);
  // Where neither its answer can be read nor this one, that may be all.
  const unread = !replaced.isAnswerReadable && isUnparsable(response.body) ? (['ANSWER-02'] as const) : [];
  const blames = blameReplaced(replaced, {}, profile.limits);
  const here = disturbedBy(events).filter((clause) => !isOfOthers(clause));
  if (here.length > 0) {
    return broken([...unread, ...across, ...here, ...blames.flat(), 'REPLACE-07'], show(replaced.sent), observed);
  }
  return blames.flatMap((suspects) => broken([...unread, ...across, ...suspects], show(replaced.sent), observed));
}

/** The clauses that say why the map must still be what it was. */
function disturbedBy(events: readonly Event[]): ClauseId[] {
  return events.flatMap((event) => (event.kind === 'disturbed' ? [event.clause] : []));
}

/** The last request that may have been carried out or not: it explains whatever is odd afterwards. */
function lastUncertain(events: readonly Event[]): Uncertain | undefined {
  return events.findLast((event): event is Uncertain => event.kind === 'uncertain');
}

function judgeSeen(
  state: State,
  view: View,
  candidates: readonly Candidate[],
  exchange: Exchange,
  seen: Metadata,
  route: Route,
  profile: Profile,
): Finding[] {
  const { events } = view;
  const match = candidates.find(({ map }) => sameMetadata(map, seen));
  const uncertain = lastUncertain(events);
  if (match === undefined) {
    // It says nothing of those that were answered.
    const { unanswered = [] } = state.servers.get(route.serverId) ?? {};
    if (isLateEffect(unanswered, seen, exchange.at)) return [];
    if (uncertain !== undefined) {
      // Neither the old map nor the new one is right in any case.
      const clauses = uncertain.clauses.length > 0 ? uncertain.clauses : (['REPLACE-07'] as const);
      return broken(clauses, candidates.map(({ map }) => show(map)).join(' or '), show(seen));
    }
    const beside = disturbedBeside(state, exchange, state.servers.get(route.serverId)?.projectId ?? '');
    return blame(state, candidates, [...events, ...beside], seen, route, profile);
  }
  const exercised = events.flatMap((event) => (event.kind === 'replaced' ? event.traits : []));
  const readings = match.reading === undefined ? [] : [reading(match.reading.clause, match.reading.reading, exercised)];
  // Nobody knows which of the requests the server shows.
  if (uncertain !== undefined) return readings;
  const isStoring = state.stores.has(route.version) || showsEffect(events, seen);
  const satisfied = events.flatMap((event) => keptBy(event, seen, route, profile, isStoring));
  return [...readings, ...satisfied, ...(isStoring ? keptOver(events, seen) : [])];
}

/** Whether a server shows what a replace since the last read has sent, and did not show it before. */
export function showsEffect(events: readonly Event[], seen: Metadata): boolean {
  const replaced = events.find((event): event is Replaced => event.kind === 'replaced');
  if (replaced === undefined) return false;
  const { sent, before = {} } = replaced;
  const has = (map: Metadata, key: string) => Object.hasOwn(map, key) && map[key] === sent[key];
  const keys = Object.keys(sent);
  return keys.some((key) => !has(before, key)) && keys.every((key) => has(seen, key));
}

/** A map that nothing has asked to change since it was last read was kept; an empty one cannot show that. */
function keptOver(events: readonly Event[], seen: Metadata): Finding[] {
  return events.every(isElsewhere) && Object.keys(seen).length > 0 ? [kept('REPLACE-07')] : [];
}

function keptBy(event: Event, seen: Metadata, route: Route, profile: Profile, isStoring: boolean): Finding[] {
  if (event.kind === 'uncertain') return [];
  if (event.kind === 'disturbed') {
    const isTelling = Object.keys(seen).length > 0 || event.showsOnEmpty === true;
    return isStoring && isTelling ? [kept(event.clause)] : [];
  }
  if (event.by !== route.version) return Object.keys(seen).length > 0 ? [kept('VERSION-02')] : [];
  const claim = event.claimed === undefined ? [] : falseClaim(event.claimed, seen);
  return [...keptByReplaced(event, profile.limits).map(kept), ...claim];
}

function falseClaim(claimed: Metadata, seen: Metadata): Finding[] {
  return sameMetadata(claimed, seen) ? [] : broken(['ANSWER-02'], show(seen), show(claimed));
}

/** Characters of a map as JSON. */
const telling = 40;

function blame(
  state: State,
  candidates: readonly Candidate[],
  events: readonly Event[],
  seen: Metadata,
  route: Route,
  profile: Profile,
): Finding[] {
  const expected = candidates.map(({ map }) => show(map)).join(' or ');
  const replaced = events.find((event): event is Replaced => event.kind === 'replaced');
  const disturbed = disturbedBy(events);
  if (replaced === undefined) {
    const { past = [] } = state.servers.get(route.serverId) ?? {};
    // What does not last goes without any request too.
    const findings = broken([...disturbed, 'REPLACE-07'], expected, show(seen));
    return explainedByStale(
      findings,
      past,
      candidates.map(({ map }) => map),
      seen,
    );
  }
  const claim = replaced.claimed === undefined ? [] : falseClaim(replaced.claimed, seen);
  const readings = candidates.flatMap((candidate) =>
    candidate.reading === undefined ? [] : [candidate.reading.clause],
  );
  const blames = blameReplaced(replaced, seen, profile.limits).map((suspects) => [...readings, ...suspects]);
  // A request to another server explains it only where nothing nearer does.
  const elsewhere = disturbed.filter(isOfOthers);
  const here = disturbed.filter((clause) => !isOfOthers(clause));
  const across = replaced.by === route.version ? [] : (['VERSION-02'] as const);
  const isNew = replaced.before === undefined || !sameMetadata(seen, replaced.before);
  // A short map may be the same by chance; of a long one a request that is still under way may tell.
  const isTelling = JSON.stringify(seen).length >= telling;
  const foreign = setElsewhere(state, route, seen).filter(
    (clause) => isNew && (isTelling || elsewhere.includes(clause)),
  );
  if (across.length > 0 || here.length > 0 || foreign.length > 0) {
    return broken([...foreign, ...across, ...here, ...blames.flat(), ...elsewhere, 'REPLACE-07'], expected, show(seen));
  }
  return [...claim, ...blames.flatMap((suspects) => broken([...suspects, ...elsewhere], expected, show(seen)))];
}
