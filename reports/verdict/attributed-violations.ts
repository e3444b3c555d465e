import type { ClauseId } from '../../contracts/clauses';
import type { AttributedViolation, CheckRecord } from '../collector/check-record';
import { attributeViolations } from './attribution';

export interface AttributionOptions {
  readonly isSatisfied: (clause: ClauseId) => boolean;
  /** The clause of a replay: it explains every violation of which it is a candidate. */
  readonly replayedClause?: ClauseId | undefined;
}

/** Every violation of a run with the clause that explains it. */
export function attributedViolations(
  checks: readonly CheckRecord[],
  { isSatisfied, replayedClause }: AttributionOptions,
): AttributedViolation[] {
  const all = checks.flatMap((record) => record.violations.map((violation) => ({ ...violation, record })));
  const entries = all.map(({ finding, checkClause }) => ({ finding, by: checkClause }));
  const clauses = attributeViolations(entries, isSatisfied).map(({ blamed }) => blamed);
  return all.map((violation, place) => {
    const { suspects } = violation.finding;
    const isReplayed = replayedClause !== undefined && suspects.includes(replayedClause);
    return { ...violation, clause: isReplayed ? replayedClause : (clauses[place] ?? suspects[0]) };
  });
}
