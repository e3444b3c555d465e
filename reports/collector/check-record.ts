import type { ClauseId } from '../../contracts/clauses';
import type { CheckEnded, Counterexample } from '../../contracts/evidence/events';
import type { Violated } from '../../contracts/oracle/finding';

/** A broken finding and where it was made. */
export interface Violation {
  readonly finding: Violated;
  /** The clause of the check that came upon it. */
  readonly by: ClauseId;
  readonly exchange: number;
  /** Made before or after the check's own expectations. */
  readonly isOutsideCheck: boolean;
  /** For what a search found. */
  readonly counterexample?: Counterexample;
}

/** A check with everything that its exchanges showed. */
export interface CheckRecord {
  readonly ended: CheckEnded;
  readonly satisfied: ReadonlySet<ClauseId>;
  readonly violations: readonly Violation[];
  /** What showed once and not again. */
  readonly unconfirmed: readonly Violation[];
}
