import type { ClauseId } from '../../clauses';
import { isNotServed } from '../../http/status';
import type { RequestClass } from '../request/classify-request';
import type { OpenQuestion, RejectionReason } from '../request/reasons';
import { type Candidate, candidates, featureCandidates, isPairFeature, mostSpecificFirst } from './candidate';

type Reason = RejectionReason | OpenQuestion;

/** The candidates for a request that had to be rejected and was accepted. */
export function wronglyAccepted({ clause }: RejectionReason, { features }: RequestClass): ClauseId[] {
  // Any status may reject a value this deep. But it is not a string, and must not be accepted.
  if (clause === 'BODY-11') return ['VALUE-09'];
  // A target that stores fewer pairs than were sent counts fewer.
  const losing = clause === 'QUOTA-03' ? features.filter(isPairFeature) : [];
  return mostSpecificFirst([...featureCandidates(losing), ...candidates('reason to reject', clause)]);
}

/** The candidates for a request without a usable response: none for a plain request, since the target may be down. */
export function unansweredCandidates({ rejectionReasons, openQuestions, features }: RequestClass): ClauseId[] {
  const reasons = firstNonEmpty(rejectionReasons, openQuestions);
  if (reasons.length > 0) return reasons.map(({ clause }) => clause);
  if (features.length === 0) return [];
  return mostSpecificFirst([...featureCandidates(features), ...candidates('every request', 'ANSWER-01')]);
}

/** The candidates for a rejection with a status that no reason allows. */
export function wrongRejectionStatus(request: RequestClass, status: number): readonly ClauseId[] {
  const { rejectionReasons, openQuestions } = request;
  const reasons = firstNonEmpty(rejectionReasons, openQuestions).map(({ clause }) => clause);
  const set = [...ownReasons(request), ...candidates('reason to reject', ...reasons)];
  return withVersion01(mostSpecificFirst(set), status);
}

/** The candidates for a 5xx if the sources allow every other status. */
export function serverErrorCandidates(request: RequestClass): ClauseId[] {
  return mostSpecificFirst([...ownReasons(request), ...candidates('every request', 'ANSWER-06')]);
}

/** The features for which the target may have rejected a valid body before it came to the reasons outside the body. */
export function ownRejectionFeatures({ rejectionReasons, features }: RequestClass): ClauseId[] {
  const isBodyValid = rejectionReasons.every(({ clause }) => /^(STATE|QUOTA|ACCESS)/.test(clause));
  // VALUE-08 concerns stored values only.
  return isBodyValid ? features.filter((clause) => clause !== 'VALUE-08') : [];
}

function ownReasons(request: RequestClass): Candidate[] {
  return featureCandidates(ownRejectionFeatures(request));
}

function firstNonEmpty(reasons: readonly Reason[], others: readonly Reason[]): readonly Reason[] {
  return reasons.length > 0 ? reasons : others;
}

/** Adds VERSION-01 if the status says that the path is not served: then the request itself was perhaps not read. */
export function withVersion01(clauses: readonly ClauseId[], status: number): readonly ClauseId[] {
  return isNotServed(status) && !clauses.includes('VERSION-01') ? [...clauses, 'VERSION-01'] : clauses;
}
