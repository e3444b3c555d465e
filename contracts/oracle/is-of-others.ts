import type { ClauseId } from '../clauses';

/** Whether a clause says what replaces of other servers must leave alone. */
export function isOfOthers(clause: ClauseId): boolean {
  return clause.startsWith('ISOLATION');
}
