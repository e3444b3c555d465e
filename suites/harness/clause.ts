import type { ClauseId } from '../../contracts/clauses';
import { type Version, versions } from '../../contracts/metadata';
import { declareCheck } from './declared-suites';
import type { Tools } from './tools';

export type { Tools } from './tools';

/**
 * A check: one clause, what the check shows of it, and the scenario. It runs under each version of the API.
 *
 * How it ended is evidence, told in the reports; for Jest it never fails.
 */
export function clause(
  id: ClauseId,
  title: string,
  body: (tools: Tools) => Promise<void>,
  under: readonly Version[] = versions,
): void {
  declareCheck({ clause: id, title, body }, under, 'checks');
}

/**
 * A check that mostly waits, and touches no server but its own: where the user named several, it has one to itself, and
 * whatever needs no more than another one goes on meanwhile.
 */
export function patientClause(
  id: ClauseId,
  title: string,
  body: (tools: Tools) => Promise<void>,
  under: readonly Version[] = versions,
): void {
  declareCheck({ clause: id, title, body }, under, 'patient');
}
