import type { ClauseId } from '../../contracts/clauses';
import type { Reading } from '../../contracts/oracle/finding';
import type { Collector } from '../collector/collector';

/** The reading of a target that responds with 5xx. */
const serverErrorReading = 'fails with 5xx';

/**
 * The readings of an open clause that a target follows. A request that also exercises a failed clause shows none: the
 * rejection may have been for that clause.
 *
 * @param unsteady statuses with which the target rejects requests for no reason.
 */
export function followedReadings(
  id: ClauseId,
  { readings }: Pick<Collector, 'readings'>,
  failed: ReadonlySet<ClauseId>,
  unsteady: ReadonlySet<number> = new Set(),
): string[] {
  const isSteady = ({ refused }: Reading) => refused === undefined || !unsteady.has(refused);
  const every = [...(readings.get(id)?.values() ?? [])].filter(isSteady);
  // ANSWER-06 reports a 5xx. It counts as a reading only if the target follows no other one.
  const others = every.filter(({ reading }) => reading !== serverErrorReading);
  const all = others.length > 0 ? others : every;
  const sure = all.filter(({ despite }) => !despite.some((clause) => failed.has(clause)));
  const texts = [...new Set(all.map(({ reading }) => reading))].sort();
  // If no reading is certain but all are the same, it counts.
  return sure.length > 0 || texts.length > 1 ? [...new Set(sure.map(({ reading }) => reading))].sort() : texts;
}
