import type { Version } from '../../contracts/metadata';
import type { CheckHead } from './check';
import type { SearchPlan } from './search-plan';

/**
 * Whether a run takes this check: under each served version, or under one in turn; and none where an input is replayed.
 * Where one version is served alone, every check that is about both runs under that one.
 */
export function isDue(check: CheckHead, { effort, only, replay }: SearchPlan, served: readonly Version[]): boolean {
  const { clause, version, isTurn, once = false, always = false } = check;
  if (replay !== undefined || (only !== undefined && !only.has(clause))) return false;
  const isServed = served.includes(version);
  if (!isServed) return always || isAbout(check, served);
  const isChosen = isTurn || (effort.bothVersions && !once);
  return isChosen || served.length === 1;
}

/**
 * Whether a check is about a version that is not served: it is told that it was not run. One that needs both versions is
 * told so under the version that is served.
 */
function isAbout({ needs = [], version }: CheckHead, served: readonly Version[]): boolean {
  return needs.includes(version) && !served.some((other) => needs.includes(other));
}
