import type { ClauseId } from '../../contracts/clauses';
import type { CheckEnded, Counterexample } from '../../contracts/evidence/events';
import type { Violated } from '../../contracts/oracle/finding';

/** A finding that a clause is violated, and where it was made. */
export interface Violation {
  readonly finding: Violated;
  /** The clause of the check whose exchange shows it. */
  readonly checkClause: ClauseId;
  /** The number of the exchange. */
  readonly exchange: number;
  /** The exchange came before or after the check's own expectations. */
  readonly isOutsideCheck: boolean;
  /** For a violation that a search found. */
  readonly counterexample?: Counterexample;
}

/** A violation whose clause is settled: the finding by itself may have several candidates. */
export interface AttributedViolation extends Violation {
  readonly clause: ClauseId;
  readonly record: CheckRecord;
}

/** A check with everything that its exchanges showed. */
export interface CheckRecord {
  readonly ended: CheckEnded;
  readonly satisfied: ReadonlySet<ClauseId>;
  readonly violations: readonly Violation[];
  /** Violations that showed once and not again. */
  readonly unconfirmed: readonly Violation[];
}
