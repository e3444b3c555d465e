import type { ClauseId } from '../../clauses';
import { type Exchange, isUnparsable, jsonOf } from '../../http/exchange';
import { isInconclusive, noResponse } from '../../http/inconclusive';
import { asObject } from '../../http/json';
import { parseMetadataBody } from '../../http/parse-response';
import type { Route } from '../../http/route';
import { isSuccess, isUnavailable } from '../../http/status';
import { type Metadata, sameMetadata } from '../../metadata';
import type { Profile } from '../../profiles/profile';
import type { Finding } from '../finding';
import { withAcceptedRequest, withEarlierMap } from '../history';
import { concurrentReplaces, expectOthersUnchanged, expectUnchanged } from '../isolation';
import { judgeReplace } from '../judge/judge-replace';
import {
  forgetMap,
  mapViews,
  plainRequestKey,
  type ServerModel,
  type TargetModel,
  withServer,
  withUnansweredReplace,
} from '../model';
import { classifyRequest, type RequestClass } from '../request/classify-request';
import type { OpenQuestion, RejectionReason } from '../request/reasons';
import { type AcceptedReplace, knownMap, type VersionView } from '../version-view';

/** The model of the target after a PUT of the metadata. */
export function afterReplace(
  state: TargetModel,
  known: ServerModel,
  exchange: Exchange,
  route: Route,
  profile: Profile,
): TargetModel {
  const { status } = exchange.response;
  const requestClass = classifyRequest(state, exchange.request, route, profile);
  const isAccepted = isSuccess(status);
  const isPlain = isPlainRequest(requestClass, exchange);
  const marked: ServerModel = {
    ...known,
    rejectsPlainRequests: isPlain ? withPlainRequest(known, route, isAccepted) : known.rejectsPlainRequests,
    replaceSince: true,
  };
  const isLost = isInconclusive(exchange) || isUnavailable(status);
  if (isAccepted && !isLost) {
    const { rejectionReasons, possibleMaps, map } = requestClass;
    // It is not known what a target stores that accepts an invalid request. It may be no map at all.
    if (rejectionReasons.length > 0 || possibleMaps === undefined || map === undefined) {
      return withServer(
        state,
        route,
        mapViews(forgetMap(marked), (view) => ({ ...view, failedReads: undefined })),
      );
    }
    const withRequest = isPlain ? withAcceptedRequest(state, route, known, map) : state;
    const accepted = afterAcceptedReplace(state, known, exchange, route, requestClass, map);
    const server = { ...marked, ...accepted };
    return expectOthersUnchanged(withServer(withRequest, route, server), route.serverId, known.projectId);
  }
  const [reason] = [...requestClass.rejectionReasons, ...requestClass.openQuestions];
  // The token is checked first, so a rejected caller changes nothing.
  if (status === 401) return withServer(state, route, expectUnchanged(marked, 'ATOMIC-04', carriesPairs(exchange)));
  const isClear = reason !== undefined && status !== noResponse && status < 500 && !isLost;
  if (isClear) return withServer(state, route, afterRejectedReplace(marked, exchange, reason));
  // The effect of a failed request is unknown. Earlier requests do not explain it.
  const clauses = isLost ? [] : violatedClauses(judgeReplace(state, exchange, route, profile));
  const unanswered = isLost ? withUnansweredReplace(known.unanswered, exchange) : known.unanswered;
  return withServer(state, route, afterUncertainReplace({ ...marked, unanswered }, requestClass, clauses));
}

/** True for a request without any feature that may be a reason to reject it. */
function isPlainRequest(requestClass: RequestClass, exchange: Exchange): boolean {
  const { rejectionReasons, openQuestions, features, mayConflict } = requestClass;
  const isExcused = isInconclusive(exchange) || (exchange.response.status === 409 && mayConflict);
  return rejectionReasons.length === 0 && openQuestions.length === 0 && features.length === 0 && !isExcused;
}

/** The keys for which the last plain request was rejected, after this one. */
function withPlainRequest(known: ServerModel, { version }: Route, isAccepted: boolean): readonly string[] {
  const key = plainRequestKey(version, known);
  const others = known.rejectsPlainRequests.filter((each) => each !== key);
  return isAccepted ? others : [...others, key];
}

/** The parts of the model that an accepted replace changes. */
function afterAcceptedReplace(
  state: TargetModel,
  known: ServerModel,
  exchange: Exchange,
  route: Route,
  requestClass: RequestClass,
  sent: Metadata,
): Partial<ServerModel> {
  const { body } = exchange.response;
  const { features, openQuestions, possibleMaps, stateClause } = requestClass;
  const answered = parseMetadataBody(jsonOf(body))?.metadata;
  const view = known.views[route.version];
  const event: AcceptedReplace = {
    kind: 'replaced',
    by: route.version,
    sent,
    before: knownMap(view),
    wasRead: view.events.every(({ kind }) => kind === 'must not change'),
    answeredMap: answered === undefined || sameMetadata(answered, sent) ? undefined : answered,
    features,
    openQuestions: openQuestions.map(({ clause }) => clause),
    earlierMaps: known.earlierMaps,
    isAnswerReadable: !isUnparsable(body),
    stateClause,
  };
  const events = [event, ...concurrentReplaces(state, exchange, known.projectId)];
  const { updated } = known;
  return {
    views: mapViews(known, (each) => ({ ...each, possibleMaps, events })).views,
    accepted: sent,
    earlierMaps: withEarlierMap(known.earlierMaps, sent),
    removedPairs: undefined,
    locked: known.locked === 'unknown' ? 'unnoticed' : known.locked,
    updated: updated && { ...updated, replacedAt: updated.replacedAt ?? exchange.at },
  };
}

function afterRejectedReplace(
  known: ServerModel,
  exchange: Exchange,
  { unchangedClause, otherUnchangedClause }: RejectionReason | OpenQuestion,
): ServerModel {
  const clauses = otherUnchangedClause === undefined ? [unchangedClause] : [unchangedClause, otherUnchangedClause];
  const isTelling = carriesPairs(exchange);
  return clauses.reduce((changed, clause) => expectUnchanged(changed, clause, isTelling), known);
}

/** @param clauses that the response violates. */
function afterUncertainReplace(
  known: ServerModel,
  { possibleMaps }: RequestClass,
  clauses: readonly ClauseId[],
): ServerModel {
  return mapViews({ ...known, accepted: undefined, removedPairs: undefined }, (view): VersionView => {
    const both = view.possibleMaps && possibleMaps && [...view.possibleMaps, ...possibleMaps];
    return { ...view, possibleMaps: both, events: [...view.events, { kind: 'uncertain', clauses }] };
  });
}

/** True if the body of a request contains pairs, valid or not. */
function carriesPairs({ request }: Exchange): boolean {
  const { metadata } = asObject(jsonOf(request.body)) ?? {};
  return Object.keys(asObject(metadata) ?? {}).length > 0;
}

function violatedClauses(findings: readonly Finding[]): ClauseId[] {
  return [...new Set(findings.flatMap((finding) => (finding.outcome === 'violated' ? finding.candidates : [])))];
}
