import type { ClauseId } from '../../clauses';
import type { Route } from '../../http/route';
import { isNotServed } from '../../http/status';
import { formatStatuses } from '../../text/format-map';
import { type Finding, satisfied, violated, wrongRejection } from '../finding';
import { wasAcceptedBefore } from '../history';
import { plainRequestKey, type TargetModel } from '../model';
import type { ClassifiedReplace } from '../request/classify-request';
import { candidates, featureCandidates, mostSpecificFirst } from './candidate';
import { withVersion01 } from './wrong-status';

/** The findings on the rejection of a valid request. */
export function attributeWrongRejection(replace: ClassifiedReplace): Finding[] {
  const { state, exchange, route, requestClass, profile } = replace;
  const { status } = exchange.response;
  const { quota } = state.subject;
  const count = Object.keys(requestClass.map ?? {}).length;
  const { statuses } = profile;
  const isQuota = statuses.overQuota.includes(status);
  // The case of the header name must not matter for the token.
  if (status === 401 && exchange.titled)
    return violated(['ANSWER-01'], formatStatuses(statuses.accepted), 'status 401');
  // An expired token, an unknown vm_state or an unknown quota: the rejection may be right.
  if (status === 401 || (requestClass.mayConflict && statuses.wrongState.includes(status))) return [];
  if (isQuota && quota.source === 'assumed' && count > profile.limits.always) return [];
  // The URI of the page is not served, whatever the request contains.
  if (state.subject.isProjectless && route.projectId !== '' && isNotServed(status)) {
    return wrongRejection(['VERSION-01'], formatStatuses(statuses.accepted), status);
  }
  const candidates = rejectionCandidates(replace);
  const isPlain = ['ANSWER-01', 'VERSION-01'].includes(candidates.join()) && requestClass.features.length === 0;
  if (isPlain && requestClass.map !== undefined && wasAcceptedBefore(state, route, requestClass.map)) {
    const findings = wrongRejection(['ANSWER-01'], formatStatuses(statuses.accepted), status);
    return findings.map((finding) => ({ ...finding, isUnsteady: true }));
  }
  // A target that rejects control characters alters none.
  const unaltered = candidates.includes('VALUE-07') && status < 500 ? [satisfied('VALUE-08')] : [];
  return [
    ...unaltered,
    ...wrongRejection(withVersion01(candidates, status), formatStatuses(statuses.accepted), status),
  ];
}

const everyRequest = candidates('every request', 'ANSWER-01');

function rejectionCandidates({ state, exchange, route, requestClass, profile }: ClassifiedReplace): ClauseId[] {
  const { status } = exchange.response;
  const features = requestClass.features.filter((clause) => clause !== 'VALUE-08');
  const { stateClause = 'STATE-01' } = requestClass;
  const { wrongState, invalid, overQuota } = profile.statuses;
  const reasons = [wrongState, invalid, overQuota].filter((list) => list.includes(status));
  // A status for several reasons shows none of them.
  const reason = reasons.length === 1 ? reasons[0] : undefined;
  if (reason === wrongState) return [stateClause];
  // If plain requests are rejected too, no feature is the reason.
  if (rejectsPlainRequests(state, route) || features.length === 0) {
    // A status below 400 is not a rejection for the state.
    if (stateClause !== 'STATE-01') {
      const set = [...candidates('vm_state', stateClause), ...(status < 400 ? everyRequest : [])];
      return mostSpecificFirst(set);
    }
    return [isNotServed(status) ? 'VERSION-01' : 'ANSWER-01'];
  }
  const counts = features.filter((clause) => clause.startsWith('QUOTA'));
  const narrow = reason === overQuota && counts.length > 0 ? counts : features;
  // A redirect or a response of a cache does not reject a pair.
  const isRejectedForAny = narrow.length > 1 || status < 400;
  return mostSpecificFirst([...featureCandidates(narrow), ...(isRejectedForAny ? everyRequest : [])]);
}

/** True if the last plain request was rejected too, in this vm_state and under this version. */
export function rejectsPlainRequests({ servers }: TargetModel, { serverId, version }: Route): boolean {
  const known = servers.get(serverId);
  return known?.rejectsPlainRequests.includes(plainRequestKey(version, known)) ?? false;
}
