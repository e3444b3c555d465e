import type { ClauseId } from '../clauses';

/** The clauses that bind every replace, whatever its map. */
export const anyReplace = [
  'REPLACE-01',
  'REPLACE-02',
  'REPLACE-03',
  'REPLACE-04',
] as const satisfies readonly ClauseId[];

/** Whether replaces go wrong whatever they carry: two of the ways broke alone. */
export function goesWrongAnyway(alone: ReadonlySet<ClauseId>): boolean {
  return anyReplace.filter((clause) => alone.has(clause)).length > 1;
}
