import type { ClauseId } from '../../contracts/clauses';
import type { CheckEnded, Counterexample } from '../../contracts/evidence/events';
import type { Violated } from '../../contracts/oracle/finding';

/** A finding that a clause is violated, with its place in the run. */
export interface Violation {
  readonly finding: Violated;
  /** The clause of the check whose exchange shows it. */
  readonly checkClause: ClauseId;
  /** The number of the exchange. */
  readonly exchange: number;
  /** True if the exchange belongs to the setup or teardown of the check. */
  readonly isOutsideCheck: boolean;
  /** For a violation that a search found. */
  readonly counterexample?: Counterexample;
}

/** A violation with the clause that explains it. The finding may have several candidates. */
export interface AttributedViolation extends Violation {
  readonly clause: ClauseId;
  readonly record: CheckRecord;
}

/** A check with all findings on its exchanges. */
export interface CheckRecord {
  readonly ended: CheckEnded;
  /** It sent at least one request. */
  readonly hasRequests: boolean;
  readonly satisfied: ReadonlySet<ClauseId>;
  readonly violations: readonly Violation[];
  /** Violations that showed once and not again. */
  readonly unconfirmed: readonly Violation[];
}

/** The run ended before the check sent a request: after an interruption, `--bail`, its budget, or a target that failed. */
export function isStopped({ ended: { ended }, hasRequests }: Pick<CheckRecord, 'ended' | 'hasRequests'>): boolean {
  return ended.outcome === 'not tested' && ended.stopped === true && !hasRequests;
}
