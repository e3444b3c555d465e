import type { ClauseId } from '../../contracts/clauses';
import { Attribution } from '../../contracts/oracle/attribution/attribution';
import type { FoundViolation } from '../../contracts/oracle/attribution/candidate-sets';

/** Attributes each violation to a clause, given all violations of the run. */
export function attributeViolations<Entry extends FoundViolation>(
  entries: readonly Entry[],
  isSatisfied: (clause: ClauseId) => boolean,
): (Entry & { readonly blamed: ClauseId })[] {
  const attribution = new Attribution(isSatisfied);
  for (const { finding, by } of entries) attribution.add([finding], by);
  return entries.map((entry) => ({ ...entry, blamed: attribution.clauseOf(entry.finding) }));
}
