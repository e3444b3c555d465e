import type { ClauseId } from '../clauses';

/** A reason why a request must be refused. */
export interface Objection {
  readonly clause: ClauseId;
  /** The statuses with which it may be refused. */
  readonly statuses: readonly number[];
  /** The clause that says that the refused request leaves no trace. */
  readonly trace: ClauseId;
  /** The same for a target that refuses it for another reason. */
  readonly otherTrace?: ClauseId;
}

/** A peculiarity that the sources leave open: the request may be taken or refused. */
export interface Opening {
  readonly clause: ClauseId;
  /** The reading that taking it follows; undefined where only the stored map tells. */
  readonly takes: string | undefined;
  readonly refuses: string;
  readonly statuses: readonly number[];
  /** The reading that a 5xx follows, where one is listed. */
  readonly fails?: string;
  readonly trace: ClauseId;
  readonly otherTrace?: ClauseId;
}

/** Some parsers fail for what is JSON: then it is refused as a body that is none. */
export const ofParser = { trace: 'ATOMIC-01', otherTrace: 'ATOMIC-03' } as const;

export const anyRefusal: readonly number[] = Array.from({ length: 100 }, (_, index) => 400 + index);
