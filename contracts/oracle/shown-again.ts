import type { ClauseId } from '../clauses';
import type { RecordedRequest } from '../http/exchange';
import type { Finding, Violated } from './finding';

/** A violation of a run: the clause that the run attributed it to, and the request that showed it. */
export interface ShownViolation extends Pick<Violated, 'expected' | 'observed'> {
  readonly clause: ClauseId;
  readonly request: RecordedRequest | undefined;
}

/** A request with the findings on its exchange. */
export interface JudgedRequest {
  readonly request: RecordedRequest;
  readonly findings: readonly Finding[];
}

/**
 * True if requests that were sent again show a violation again: its clause is a candidate, or the same request shows the
 * same. The candidates alone do not decide, because they depend on the requests before, which were not all sent again.
 */
export function isShownAgain(violation: ShownViolation, sent: readonly JudgedRequest[]): boolean {
  return sent.some(({ request, findings }) =>
    findings.some(
      (finding) =>
        finding.outcome === 'violated' &&
        (finding.candidates.includes(violation.clause) || isSame(violation, request, finding)),
    ),
  );
}

function isSame(violation: ShownViolation, request: RecordedRequest, { expected, observed }: Violated): boolean {
  const { request: original } = violation;
  return (
    expected === violation.expected &&
    observed === violation.observed &&
    request.method === original?.method &&
    request.path === original.path &&
    JSON.stringify(request.body) === JSON.stringify(original.body)
  );
}
