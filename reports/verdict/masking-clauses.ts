import type { ClauseId } from '../../contracts/clauses';
import type { CheckRecord } from '../collector/check-record';
import type { ClauseChecks, ViolatedClausesOf } from './clause-verdict';

/**
 * The clauses whose failures are the only reason that a clause was not tested: they failed in the requests of each check
 * without evidence. Empty if any other reason remains.
 */
export function maskingClauses({ conclusive, inconclusive }: ClauseChecks, violatedIn: ViolatedClausesOf): ClauseId[] {
  // If every check is conclusive, none of their requests satisfied the clause.
  const withoutEvidence = inconclusive.length > 0 ? inconclusive : conclusive;
  const masking = withoutEvidence.map((check) => (isMaskable(check) ? violatedIn(check) : []));
  return masking.some(({ length }) => length === 0) ? [] : [...new Set(masking.flat())];
}

/** The check has no reason of its own, or a failed fixture, which the violations explain. */
function isMaskable({ ended: { ended } }: CheckRecord): boolean {
  return !('reason' in ended) || (ended.outcome === 'not tested' && ended.fixtureFailed === true);
}
