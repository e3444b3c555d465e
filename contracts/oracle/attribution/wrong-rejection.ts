import type { ClauseId } from '../../clauses';
import type { Exchange } from '../../http/exchange';
import type { Route } from '../../http/route';
import { isNotServed } from '../../http/status';
import type { Profile, Statuses } from '../../profiles/profile';
import { formatStatuses } from '../../text/format-map';
import { type Finding, satisfied, violated, wrongRejection } from '../finding';
import { wasAcceptedBefore } from '../history';
import { plainRequestKey, type TargetModel } from '../model';
import type { RequestClass } from '../request/classify-request';
import { candidates, featureCandidates, mostSpecificFirst } from './candidate';
import { withVersion01 } from './wrong-status';

/** A legal request was refused: which clause says that it must be taken? */
export function attributeWrongRejection(
  state: TargetModel,
  exchange: Exchange,
  route: Route,
  demand: RequestClass,
  profile: Profile,
): Finding[] {
  const { status } = exchange.response;
  const { quota } = state.subject;
  const count = Object.keys(demand.map ?? {}).length;
  const { statuses } = profile;
  const isQuota = statuses.overQuota.includes(status);
  // A token that is good under one spelling of its header is good under the other.
  if (status === 401 && exchange.titled)
    return violated(['ANSWER-01'], formatStatuses(statuses.accepted), 'status 401');
  // An expired token, a state that nobody can see, a quota that nobody told: not the contract's matter.
  if (status === 401 || (demand.mayConflict && statuses.wrongState.includes(status))) return [];
  if (isQuota && quota.source === 'assumed' && count > profile.limits.always) return [];
  // The URI of the page is not served, whatever the request holds.
  if (state.subject.isProjectless && route.projectId !== '' && isNotServed(status)) {
    return wrongRejection(['VERSION-01'], formatStatuses(statuses.accepted), status);
  }
  const suspects = rejectionCandidates(state, route, demand, status, statuses);
  const isPlain = ['ANSWER-01', 'VERSION-01'].includes(suspects.join()) && demand.features.length === 0;
  if (isPlain && demand.map !== undefined && wasAcceptedBefore(state, route, demand.map)) {
    const findings = wrongRejection(['ANSWER-01'], formatStatuses(statuses.accepted), status);
    return findings.map((finding) => ({ ...finding, isUnsteady: true }));
  }
  // Who refuses control characters alters none.
  const unaltered = suspects.includes('VALUE-07') && status < 500 ? [satisfied('VALUE-08')] : [];
  return [...unaltered, ...wrongRejection(withVersion01(suspects, status), formatStatuses(statuses.accepted), status)];
}

const everyRequest = candidates('every request', 'ANSWER-01');

function rejectionCandidates(
  state: TargetModel,
  route: Route,
  demand: RequestClass,
  status: number,
  statuses: Statuses,
): ClauseId[] {
  const traits = demand.features.filter((clause) => clause !== 'VALUE-08');
  const { stateClause = 'STATE-01' } = demand;
  const { wrongState, invalid, overQuota } = statuses;
  const reasons = [wrongState, invalid, overQuota].filter((list) => list.includes(status));
  // A status that stands for several reasons tells of none.
  const reason = reasons.length === 1 ? reasons[0] : undefined;
  if (reason === wrongState) return [stateClause];
  // What is refused without any peculiarity is not refused for one.
  if (rejectsPlainRequests(state, route) || traits.length === 0) {
    // What is no refusal need not be one for the state.
    if (stateClause !== 'STATE-01') {
      const set = [...candidates('vm_state', stateClause), ...(status < 400 ? everyRequest : [])];
      return mostSpecificFirst(set);
    }
    return [isNotServed(status) ? 'VERSION-01' : 'ANSWER-01'];
  }
  const counts = traits.filter((clause) => clause.startsWith('QUOTA'));
  const narrow = reason === overQuota && counts.length > 0 ? counts : traits;
  // A redirection, or what a cache answers, refuses no pair.
  const isRejectedForAny = narrow.length > 1 || status < 400;
  return mostSpecificFirst([...featureCandidates(narrow), ...(isRejectedForAny ? everyRequest : [])]);
}

/** Whether the last request without any peculiarity was refused too, in this vm_state and under this version. */
export function rejectsPlainRequests({ servers }: TargetModel, { serverId, version }: Route): boolean {
  const known = servers.get(serverId);
  return known?.rejectsPlainRequests.includes(plainRequestKey(version, known)) ?? false;
}
