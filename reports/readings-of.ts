import type { ClauseId } from '../contracts/clauses';
import type { Collector } from './collector';

/**
 * The readings of an open clause that a target follows. A request that exercised what the target breaks anyway shows
 * none: a refusal may have been for that.
 */
export function readingsOf(
  id: ClauseId,
  { readings }: Pick<Collector, 'readings'>,
  failed: ReadonlySet<ClauseId>,
): string[] {
  const all = [...(readings.get(id)?.values() ?? [])];
  const sure = all.filter(({ despite }) => !despite.some((clause) => failed.has(clause)));
  const told = [...new Set(all.map(({ reading }) => reading))].sort();
  // Where nothing is sure, and all of it says the same, it may well be so.
  return sure.length > 0 || told.length > 1 ? [...new Set(sure.map(({ reading }) => reading))].sort() : told;
}
