import type { ClauseId } from '../../../contracts/clauses';
import { type CheckId, clauseOfCheck, isCheckId } from '../../../contracts/evidence/check-id';

/** The checks to which a run is limited: all checks of a clause, or single ones. */
export type Selection = ReadonlySet<ClauseId | CheckId>;

/** True if a selection names a check or a property. Without a selection, every one is named. */
export function isNamed(
  selection: Selection | undefined,
  { id, clause }: { readonly id: CheckId; readonly clause: ClauseId },
): boolean {
  return selection === undefined || selection.has(clause) || selection.has(id);
}

/** The clauses that a selection names, without those of single checks. */
export function namedClauses(selection: Selection): ReadonlySet<ClauseId> {
  return new Set([...selection].filter((each): each is ClauseId => !isCheckId(each)));
}

/** The clauses of the selected checks. */
export function selectedClauses(selection: Selection): ReadonlySet<ClauseId> {
  return new Set([...selection].map((each) => (isCheckId(each) ? clauseOfCheck(each) : (each as ClauseId))));
}
