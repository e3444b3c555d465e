import type { ClauseId } from './clauses';
import type { Finding } from './oracle/finding';

/** The clause that a finding may owe to replaces of other servers; undefined where they have nothing to do with it. */
export function blamedOnOthers(finding: Finding): ClauseId | undefined {
  return finding.outcome === 'broken' ? finding.suspects.find(isOfOthers) : undefined;
}

/** Whether a clause says what replaces of other servers must leave alone. */
export function isOfOthers(clause: ClauseId): boolean {
  return clause.startsWith('ISOLATION');
}
