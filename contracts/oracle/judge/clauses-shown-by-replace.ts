import type { ClauseId } from '../../clauses';
import { sameMetadata } from '../../metadata';
import type { Limits } from '../../profiles/profile';
import { caseCollisions, pairFeatures } from '../request/pair-features';
import type { AcceptedReplace } from '../version-view';

/** The clauses that a replace satisfies once a read shows the map sent. */
export function clausesShownByReplace(event: AcceptedReplace, limits: Limits): ClauseId[] {
  const { sent, before } = event;
  const pairs = Object.entries(sent);
  const clauses = new Set<ClauseId>(event.features);
  const collisions = caseCollisions(before ?? {}, sent);
  for (const [key, value] of pairs) {
    for (const clause of pairFeatures(key, value, collisions, limits)) clauses.add(clause);
    // Every pair shows these, plain ones too.
    clauses.add('KEY-01').add('KEY-02');
    if (value !== '') clauses.add('VALUE-01').add('VALUE-03');
  }
  if (event.stateClause !== undefined) clauses.add(event.stateClause);
  // An empty map shows its clause only if there was a pair to remove.
  clauses.delete('REPLACE-04');
  if (pairs.length > 0) clauses.add('REPLACE-01').add('REPLACE-05');
  if (before === undefined) return [...clauses];
  const isRemoving = Object.keys(before).some((key) => !Object.hasOwn(sent, key));
  if (isRemoving) clauses.add(pairs.length > 0 ? 'REPLACE-02' : 'REPLACE-04');
  if (pairs.some(([key, value]) => Object.hasOwn(before, key) && before[key] !== value)) clauses.add('REPLACE-03');
  if (pairs.length > 0 && sameMetadata(sent, before)) clauses.add('REPLACE-06');
  return [...clauses];
}
