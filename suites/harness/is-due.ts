import type { CheckHead } from './check';
import type { SearchPlan } from './search-plan';

/** Whether a run takes this check: each under one version or both, and none where an input is replayed. */
export function isDue({ clause, isTurn }: CheckHead, { effort, only, replay }: SearchPlan): boolean {
  if (replay !== undefined || !(isTurn || effort.bothVersions)) return false;
  return only === undefined || only.has(clause);
}
