import type { ClauseId } from '../../contracts/clauses';
import type { Reading } from '../../contracts/oracle/finding';
import type { Collector } from '../collector/collector';

/** The reading of a target that answers 5xx. */
const serverErrorReading = 'fails with 5xx';

/**
 * The readings of an open clause that a target follows. A request that exercised what the target breaks anyway shows
 * none: a refusal may have been for that.
 *
 * @param unsteady statuses with which the target refuses for no reason.
 */
export function followedReadings(
  id: ClauseId,
  { readings }: Pick<Collector, 'readings'>,
  failed: ReadonlySet<ClauseId>,
  unsteady: ReadonlySet<number> = new Set(),
): string[] {
  const isSteady = ({ refused }: Reading) => refused === undefined || !unsteady.has(refused);
  const every = [...(readings.get(id)?.values() ?? [])].filter(isSteady);
  // A 5xx is told by ANSWER-06. It is a reading only where the target follows no other.
  const others = every.filter(({ reading }) => reading !== serverErrorReading);
  const all = others.length > 0 ? others : every;
  const sure = all.filter(({ despite }) => !despite.some((clause) => failed.has(clause)));
  const told = [...new Set(all.map(({ reading }) => reading))].sort();
  // Where nothing is sure, and all of it says the same, it may well be so.
  return sure.length > 0 || told.length > 1 ? [...new Set(sure.map(({ reading }) => reading))].sort() : told;
}
