import type { ClauseId } from '../../contracts/clauses';
import { type Version, versions } from '../../contracts/metadata';
import type { CheckHead } from './check';
import { declareCheck } from './declared-suites';
import type { Tools } from './tools';

export type { Tools } from './tools';

/** What a check is like beside its scenario. */
export interface CheckOptions extends Pick<CheckHead, 'once' | 'always' | 'needs'> {
  /** The versions of the API that it is about: both, unless named. */
  readonly under?: readonly Version[];
}

/** Declares a check: one clause, what the check shows of it, and the scenario. */
type Declare = (id: ClauseId, title: string, body: (tools: Tools) => Promise<void>, options?: CheckOptions) => void;

const among =
  (kind: 'checks' | 'patient'): Declare =>
  (clause, title, body, { under = versions, ...options } = {}) =>
    declareCheck({ clause, title, body, ...options }, under, kind);

/**
 * A check. It runs under each version of the API.
 *
 * How it ended is evidence, told in the reports; for Jest it never fails.
 */
export const clause = among('checks');

/**
 * A check that mostly waits, and touches no server but its own: where the user named three, everything else goes on
 * meanwhile; where two, what needs no more than one.
 */
export const patientClause = among('patient');
