import type { ClauseId } from '../../clauses';

/** A reason why the target must reject a request. */
export interface RejectionReason {
  readonly clause: ClauseId;
  /** The allowed statuses of the rejection. */
  readonly statuses: readonly number[];
  /** The clause that requires the rejected request to have no effect. */
  readonly unchangedClause: ClauseId;
  /** The same clause for a target that rejects the request for another reason. */
  readonly otherUnchangedClause?: ClauseId;
}

/** A feature of a request for which the sources are open: the target may accept or reject it. */
export interface OpenQuestion {
  readonly clause: ClauseId;
  /** The reading of an acceptance. Undefined if only the stored map shows it. */
  readonly acceptReading: string | undefined;
  readonly rejectReading: string;
  readonly statuses: readonly number[];
  /** The reading of a 5xx, if the clause has one. */
  readonly failReading?: string;
  readonly unchangedClause: ClauseId;
  readonly otherUnchangedClause?: ClauseId;
}

/** Some parsers fail for valid JSON. Then the target rejects the body as one that is not JSON. */
export const parserError = { unchangedClause: 'ATOMIC-01', otherUnchangedClause: 'ATOMIC-03' } as const;

export const anyClientError: readonly number[] = Array.from({ length: 100 }, (_, index) => 400 + index);
