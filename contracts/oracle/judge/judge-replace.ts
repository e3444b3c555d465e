import type { Exchange } from '../../http/exchange';
import { noResponse } from '../../http/inconclusive';
import type { Route } from '../../http/route';
import { isSuccess, isUnavailable } from '../../http/status';
import type { Profile } from '../../profiles/profile';
import { formatStatuses } from '../../text/format-map';
import { attributeWrongRejection, rejectsPlainRequests } from '../attribution/wrong-rejection';
import {
  ownRejectionFeatures,
  serverErrorCandidates,
  unansweredCandidates,
  withVersion01,
  wronglyAccepted,
  wrongRejectionStatus,
} from '../attribution/wrong-status';
import { type Finding, reading, readingByRejection, satisfied, violated, wrongRejection } from '../finding';
import type { TargetModel } from '../model';
import { type ClassifiedReplace, classifyRequest, type RequestClass } from '../request/classify-request';
import type { OpenQuestion } from '../request/reasons';
import { judgeAcceptedResponse, judgeErrorResponse, leaksForeignMetadata } from './judge-response';

/** Judges a PUT of the metadata by its response. A later read judges the stored map. */
export function judgeReplace(state: TargetModel, exchange: Exchange, route: Route, profile: Profile): Finding[] {
  const { status } = exchange.response;
  const requestClass = classifyRequest(state, exchange.request, route, profile);
  // The sender verifies that other requests got a response in the meantime. Otherwise it discards the exchange.
  if (status === noResponse || isUnavailable(status)) return judgeUnavailable(status, requestClass, profile);
  const replace = { state, exchange, route, profile, requestClass };
  const findings = isSuccess(status) ? judgeAccepted(replace) : judgeRejected(replace);
  const isLeak =
    requestClass.rejectionReasons.some(({ clause }) => clause === 'ACCESS-06') &&
    leaksForeignMetadata(state, route, exchange);
  return isLeak ? [...findings, ...violated(['ACCESS-06'], 'nothing of the other server', 'its metadata')] : findings;
}

/** The contract allows no such response. */
function judgeUnavailable(status: number, requestClass: RequestClass, profile: Profile): Finding[] {
  const { rejectionReasons, openQuestions, features } = requestClass;
  const reasons = rejectionReasons.length > 0 ? rejectionReasons : openQuestions;
  // A plain request without a response only shows that the target is down.
  if (reasons.length === 0 && features.length === 0) return [];
  const statuses = reasons.length > 0 ? reasons.flatMap((reason) => reason.statuses) : profile.statuses.accepted;
  const observed = status === noResponse ? 'no answer' : `status ${status}`;
  return violated(unansweredCandidates(requestClass), formatStatuses([...new Set(statuses)]), observed);
}

function judgeAccepted({ state, exchange, requestClass, profile }: ClassifiedReplace): Finding[] {
  const { status, headers } = exchange.response;
  // If the quota is only assumed, the real one may be higher.
  const rejectionReasons = requestClass.rejectionReasons.filter(
    ({ clause }) => clause !== 'QUOTA-03' || state.subject.quota.source !== 'assumed',
  );
  if (rejectionReasons.length > 0) {
    return rejectionReasons.flatMap((reason) =>
      violated(wronglyAccepted(reason, requestClass), formatStatuses(reason.statuses), `status ${status}`),
    );
  }
  const findings: Finding[] = [satisfied('VERSION-01')];
  for (const { clause, acceptReading } of requestClass.openQuestions)
    if (acceptReading !== undefined) findings.push(reading(clause, acceptReading));
  if (requestClass.openQuestions.some(({ failReading }) => failReading !== undefined))
    findings.push(satisfied('ANSWER-06'));
  const { accepted } = profile.statuses;
  if (accepted.includes(status)) findings.push(satisfied('ANSWER-01'));
  else findings.push(...violated(['ANSWER-01'], formatStatuses(accepted), `status ${status}`));
  if (requestClass.features.includes('VERSION-03') && headers['x-openstack-nova-api-version'] === undefined) {
    findings.push(...violated(['VERSION-03'], 'header x-openstack-nova-api-version', 'no such header'));
  }
  const { map, openQuestions, possibleMaps } = requestClass;
  const mayFail = openQuestions.some(({ failReading }) => failReading !== undefined);
  if (map === undefined || mayFail || possibleMaps?.length !== 1) return findings;
  const openClauses = openQuestions.map(({ clause }) => clause);
  return [...findings, ...judgeAcceptedResponse(exchange, map, openClauses)];
}

function judgeRejected(replace: ClassifiedReplace): Finding[] {
  const { state, exchange, route, requestClass, profile } = replace;
  const { status } = exchange.response;
  // An unknown lock may explain the rejection of any request.
  if (status === 409 && state.servers.get(route.serverId)?.locked === 'unknown') return [];
  const { rejectionReasons, openQuestions } = requestClass;
  const reasons = [...rejectionReasons, ...openQuestions];
  const [first] = reasons;
  if (first === undefined) return attributeWrongRejection(replace);
  if (requestClass.mayConflict && profile.statuses.wrongState.includes(status) && rejectionReasons.length === 0) {
    return openQuestions.every(({ clause }) => clause === 'STATE-14')
      ? openQuestions.map((question) => rejectionReading(question, requestClass, status))
      : [];
  }
  const isOdd = reasons.some((reason) => 'failReading' in reason || reason.clause === 'BODY-11');
  if (isOdd && status >= 500) {
    const readings =
      reasons.length === 1 || first.clause === 'BODY-11'
        ? [reading(first.clause, 'fails with 5xx', ownRejectionFeatures(requestClass))]
        : [];
    return [...readings, ...violated(serverErrorCandidates(requestClass), 'no 5xx', `status ${status}`)];
  }
  const findings: Finding[] = isOdd ? [satisfied('ANSWER-06')] : [];
  const allowing = reasons.filter(({ statuses }) => statuses.includes(status));
  // A target that rejects plain requests in this vm_state rejects this one for the same reason.
  if (allowing.length === 0 && rejectsPlainRequests(state, route)) return attributeWrongRejection(replace);
  // A target that accepts no body of this size did not check the pair.
  const isOfPair = rejectionReasons.some(({ clause }) => /^(KEY|VALUE)/.test(clause));
  if (allowing.length === 0 && status === 413 && isOfPair && isLarge(exchange)) return findings;
  if (allowing.length === 0) {
    const statuses = [...new Set(reasons.flatMap((reason) => reason.statuses))];
    const due = openQuestions.length > 0 && rejectionReasons.length === 0 ? ` or ${profile.statuses.accepted[0]}` : '';
    const expected = `${formatStatuses(statuses)}${due}`;
    return [...findings, ...wrongRejection(wrongRejectionStatus(requestClass, status), expected, status)];
  }
  // A conflict concerns the server, which may be locked. It shows nothing of the body.
  const isConflict = profile.statuses.wrongState.includes(status);
  const isShown = ({ clause }: OpenQuestion) => !isConflict || clause.startsWith('STATE');
  // With several reasons, the status does not show which one the target used.
  if (reasons.length > 1) return findings;
  if (first.clause === 'BODY-11') findings.push(readingByRejection('BODY-11', 'refuses it', status));
  else if (rejectionReasons.length === 1) findings.push(satisfied(first.clause));
  else
    findings.push(...openQuestions.filter(isShown).map((question) => rejectionReading(question, requestClass, status)));
  return [...findings, ...judgeErrorResponse(exchange, first.clause, profile)];
}

/** Larger than the body of a single pair in any JSON form. */
function isLarge({ request: { body } }: Exchange): boolean {
  return 'text' in body && body.text.length > 16_384;
}

/** The reading of a rejection. A rejection for a feature, or because the path is not served, shows no reading. */
function rejectionReading(
  { clause, rejectReading }: OpenQuestion,
  { features }: RequestClass,
  status: number,
): Finding {
  return readingByRejection(clause, rejectReading, status, withVersion01(features, status));
}
