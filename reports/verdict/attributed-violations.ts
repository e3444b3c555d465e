import type { ClauseId } from '../../contracts/clauses';
import { Attribution } from '../../contracts/oracle/attribution/attribution';
import type { AttributedViolation, CheckRecord } from '../collector/check-record';

export interface AttributionOptions {
  readonly isSatisfied: (clause: ClauseId) => boolean;
  /** The clause of a replay: it explains every violation of which it is a candidate. */
  readonly replayedClause?: ClauseId | undefined;
}

/** Every violation of a run with the clause that explains it, given all violations of the run. */
export function attributedViolations(
  checks: readonly CheckRecord[],
  { isSatisfied, replayedClause }: AttributionOptions,
): AttributedViolation[] {
  const all = checks.flatMap((record) => record.violations.map((violation) => ({ ...violation, record })));
  const attribution = new Attribution(isSatisfied);
  for (const { finding, checkClause } of all) attribution.add([finding], checkClause);
  return all.map((violation) => {
    const { finding } = violation;
    const isReplayed = replayedClause !== undefined && finding.candidates.includes(replayedClause);
    return { ...violation, clause: isReplayed ? replayedClause : attribution.clauseOf(finding) };
  });
}
