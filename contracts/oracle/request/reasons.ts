import type { ClauseId } from '../../clauses';

/** A reason why a request must be refused. */
export interface RejectionReason {
  readonly clause: ClauseId;
  /** The statuses with which it may be refused. */
  readonly statuses: readonly number[];
  /** The clause that says that the refused request leaves no trace. */
  readonly unchangedClause: ClauseId;
  /** The same for a target that refuses it for another reason. */
  readonly otherUnchangedClause?: ClauseId;
}

/** A peculiarity that the sources leave open: the request may be taken or refused. */
export interface OpenQuestion {
  readonly clause: ClauseId;
  /** The reading that taking it follows; undefined where only the stored map tells. */
  readonly acceptReading: string | undefined;
  readonly rejectReading: string;
  readonly statuses: readonly number[];
  /** The reading that a 5xx follows, where one is listed. */
  readonly failReading?: string;
  readonly unchangedClause: ClauseId;
  readonly otherUnchangedClause?: ClauseId;
}

/** Some parsers fail for what is JSON: then it is refused as a body that is none. */
export const parserError = { unchangedClause: 'ATOMIC-01', otherUnchangedClause: 'ATOMIC-03' } as const;

export const anyClientError: readonly number[] = Array.from({ length: 100 }, (_, index) => 400 + index);
