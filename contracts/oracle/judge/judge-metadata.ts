import type { ClauseId } from '../../clauses';
import { type Exchange, isUnparsable, jsonOf } from '../../http/exchange';
import { parseMetadataBody } from '../../http/parse-response';
import type { Route } from '../../http/route';
import { isUnavailable } from '../../http/status';
import { type Metadata, sameMetadata } from '../../metadata';
import type { Profile } from '../../profiles/profile';
import { formatMap } from '../../text/format-map';
import { acceptsMetadata } from '../../vm-states';
import { explainByStaleRead, wrongMapCandidates } from '../attribution/wrong-map';
import { type Finding, reading, satisfied, violated } from '../finding';
import { concurrentReplaces, crossServerLeak, isIsolationClause, isIsolationEvent } from '../isolation';
import {
  type AcceptedReplace,
  isDelayedEffect,
  type PossibleMap,
  type ServerModel,
  type TargetModel,
  type UncertainReplace,
  type VersionView,
  type ViewEvent,
} from '../model';
import { clausesShownByReplace } from './clauses-shown-by-replace';
import { judgeRace } from './judge-race';
import { judgeReappeared } from './removed-pairs';

/** The map that a GET of the metadata shows, or undefined where it shows none. */
export function shownMetadata(exchange: Exchange): Metadata | undefined {
  return exchange.response.status === 200 ? parseMetadataBody(jsonOf(exchange.response.body))?.metadata : undefined;
}

/** Judges what is stored, as GET of the metadata shows it, against everything that has happened since it was last read. */
export function judgeMetadata(state: TargetModel, exchange: Exchange, route: Route, profile: Profile): Finding[] {
  const known = state.servers.get(route.serverId);
  const seen = shownMetadata(exchange);
  if (known === undefined) return [];
  if (known.race !== undefined) return seen === undefined ? [] : judgeRace(known.race, exchange, profile);
  const readable = judgeReadable(known, exchange);
  const view = known.views[route.version];
  if (seen === undefined) {
    return known.isChanging ? readable : [...readable, ...judgeUnreadable(view, exchange, route, profile)];
  }
  if (view.possibleMaps === undefined) {
    return [...readable, ...(known.removedPairs === undefined ? [] : judgeReappeared(known.removedPairs, seen))];
  }
  return [...readable, ...judgeShownMap(state, view, view.possibleMaps, exchange, seen, route, profile)];
}

/** Nova shows the metadata in every vm_state (STATE-15); what is deleted may be gone. */
function judgeReadable({ vmState }: ServerModel, exchange: Exchange): Finding[] {
  const { status } = exchange.response;
  if (vmState === undefined || vmState === 'deleted' || acceptsMetadata(vmState) || isUnavailable(status)) return [];
  return status === 200 ? [satisfied('STATE-15')] : violated(['STATE-15'], 'status 200', `status ${status}`);
}

/**
 * The server shows no map although it showed one before. What was sent since then is to blame: a request that was
 * refused or failed, and after which the server can no longer be read, has changed it.
 */
function judgeUnreadable(
  { events, failedReads }: VersionView,
  { response }: Exchange,
  route: Route,
  profile: Profile,
): Finding[] {
  const uncertain = lastUncertain(events);
  const replaced = events.find((event): event is AcceptedReplace => event.kind === 'replaced');
  const isOwn = (response.status === 200 && jsonOf(response.body) !== undefined) || response.status === 500;
  // The first failed read may be a fault of the moment, unless it says itself that the stored pairs are the reason.
  const isLost = failedReads === 1 || (isOwn && replaced !== undefined && uncertain === undefined);
  if (!isLost) return [];
  const observed = response.status === 200 ? 'an answer that shows no map' : `status ${response.status}`;
  if (uncertain !== undefined) return violated(uncertain.clauses, 'a map', observed);
  if (replaced === undefined) {
    return violated([...unchangedClauses(events), 'REPLACE-07'], 'the map as before', observed);
  }
  // Some show a server without metadata in another way than as an empty map.
  if (Object.keys(replaced.sent).length === 0) return [];
  const across = replaced.by === route.version ? [] : (['VERSION-02'] as const);
  // Where neither its answer can be read nor this one, that may be all.
  const unread = !replaced.isAnswerReadable && isUnparsable(response.body) ? (['ANSWER-02'] as const) : [];
  const blames = wrongMapCandidates(replaced, {}, profile.limits);
  const here = unchangedClauses(events).filter((clause) => !isIsolationClause(clause));
  if (here.length > 0) {
    return violated(
      [...unread, ...across, ...here, ...blames.flat(), 'REPLACE-07'],
      formatMap(replaced.sent),
      observed,
    );
  }
  return blames.flatMap((suspects) =>
    violated([...unread, ...across, ...suspects], formatMap(replaced.sent), observed),
  );
}

/** The clauses that say why the map must still be what it was. */
function unchangedClauses(events: readonly ViewEvent[]): ClauseId[] {
  return events.flatMap((event) => (event.kind === 'must not change' ? [event.clause] : []));
}

/** The last request that may have been carried out or not: it explains whatever is odd afterwards. */
function lastUncertain(events: readonly ViewEvent[]): UncertainReplace | undefined {
  return events.findLast((event): event is UncertainReplace => event.kind === 'uncertain');
}

function judgeShownMap(
  state: TargetModel,
  view: VersionView,
  candidates: readonly PossibleMap[],
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
    if (isDelayedEffect(unanswered, seen, exchange.at)) return [];
    if (uncertain !== undefined) {
      // Neither the old map nor the new one is right in any case.
      const clauses = uncertain.clauses.length > 0 ? uncertain.clauses : (['REPLACE-07'] as const);
      return violated(clauses, candidates.map(({ map }) => formatMap(map)).join(' or '), formatMap(seen));
    }
    const beside = concurrentReplaces(state, exchange, state.servers.get(route.serverId)?.projectId ?? '');
    return attributeWrongMap(state, candidates, [...events, ...beside], seen, route, profile);
  }
  const exercised = events.flatMap((event) => (event.kind === 'replaced' ? event.features : []));
  const readings = match.reading === undefined ? [] : [reading(match.reading.clause, match.reading.reading, exercised)];
  // Nobody knows which of the requests the server shows.
  if (uncertain !== undefined) return readings;
  const isStoring = state.storingVersions.has(route.version) || showsReplaceEffect(events, seen);
  const satisfied = events.flatMap((event) => satisfiedBy(event, seen, route, profile, isStoring));
  return [...readings, ...satisfied, ...(isStoring ? satisfiedUnchanged(events, seen) : [])];
}

/** Whether a server shows what a replace since the last read has sent, and did not show it before. */
export function showsReplaceEffect(events: readonly ViewEvent[], seen: Metadata): boolean {
  const replaced = events.find((event): event is AcceptedReplace => event.kind === 'replaced');
  if (replaced === undefined) return false;
  const { sent, before = {} } = replaced;
  const has = (map: Metadata, key: string) => Object.hasOwn(map, key) && map[key] === sent[key];
  const keys = Object.keys(sent);
  return keys.some((key) => !has(before, key)) && keys.every((key) => has(seen, key));
}

/** A map that nothing has asked to change since it was last read was kept; an empty one cannot show that. */
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
  const claim = event.answeredMap === undefined ? [] : judgeAnsweredMap(event.answeredMap, seen);
  return [...clausesShownByReplace(event, profile.limits).map(satisfied), ...claim];
}

function judgeAnsweredMap(claimed: Metadata, seen: Metadata): Finding[] {
  return sameMetadata(claimed, seen) ? [] : violated(['ANSWER-02'], formatMap(seen), formatMap(claimed));
}

/** Characters of a map as JSON. */
const distinctiveLength = 40;

function attributeWrongMap(
  state: TargetModel,
  candidates: readonly PossibleMap[],
  events: readonly ViewEvent[],
  seen: Metadata,
  route: Route,
  profile: Profile,
): Finding[] {
  const expected = candidates.map(({ map }) => formatMap(map)).join(' or ');
  const replaced = events.find((event): event is AcceptedReplace => event.kind === 'replaced');
  const disturbed = unchangedClauses(events);
  if (replaced === undefined) {
    const { earlierMaps = [] } = state.servers.get(route.serverId) ?? {};
    // What does not last goes without any request too.
    const findings = violated([...disturbed, 'REPLACE-07'], expected, formatMap(seen));
    return explainByStaleRead(
      findings,
      earlierMaps,
      candidates.map(({ map }) => map),
      seen,
    );
  }
  const claim = replaced.answeredMap === undefined ? [] : judgeAnsweredMap(replaced.answeredMap, seen);
  const readings = candidates.flatMap((candidate) =>
    candidate.reading === undefined ? [] : [candidate.reading.clause],
  );
  const blames = wrongMapCandidates(replaced, seen, profile.limits).map((suspects) => [...readings, ...suspects]);
  // A request to another server explains it only where nothing nearer does.
  const elsewhere = disturbed.filter(isIsolationClause);
  const here = disturbed.filter((clause) => !isIsolationClause(clause));
  const across = replaced.by === route.version ? [] : (['VERSION-02'] as const);
  const isNew = replaced.before === undefined || !sameMetadata(seen, replaced.before);
  // A short map may be the same by chance; of a long one a request that is still under way may tell.
  const isTelling = JSON.stringify(seen).length >= distinctiveLength;
  const foreign = crossServerLeak(state, route, seen).filter(
    (clause) => isNew && (isTelling || elsewhere.includes(clause)),
  );
  if (across.length > 0 || here.length > 0 || foreign.length > 0) {
    return violated(
      [...foreign, ...across, ...here, ...blames.flat(), ...elsewhere, 'REPLACE-07'],
      expected,
      formatMap(seen),
    );
  }
  return [...claim, ...blames.flatMap((suspects) => violated([...suspects, ...elsewhere], expected, formatMap(seen)))];
}
