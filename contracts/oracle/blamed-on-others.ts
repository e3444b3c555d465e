import type { ClauseId } from '../clauses';
import type { Finding } from './finding';
import { isOfOthers } from './is-of-others';

/** The clause that a finding may owe to replaces of other servers; undefined where they have nothing to do with it. */
export function blamedOnOthers(finding: Finding): ClauseId | undefined {
  return finding.outcome === 'broken' ? finding.suspects.find(isOfOthers) : undefined;
}
