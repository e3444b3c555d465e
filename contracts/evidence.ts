import type { ClauseId } from './clauses';
import type { Exchange } from './exchange';
import type { Version } from './metadata';
import type { Finding } from './oracle/finding';
import type { Subject } from './oracle/state';

/** The facts that a run starts from; with them the exchanges that follow can be judged again. */
export interface RunBegan {
  readonly kind: 'run';
  readonly target: string;
  readonly profile: string;
  readonly subject: Subject;
}

/** How a check ended, by its own expectations. */
export type CheckOutcome =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly message: string }
  /** `trouble`: for reasons of the target's own, or of the way to it. */
  | { readonly outcome: 'not tested'; readonly reason: string; readonly trouble: boolean };

export interface CheckEnded {
  readonly kind: 'check';
  /** Unique in the run. */
  readonly check: string;
  readonly suite: string;
  readonly clause: ClauseId;
  readonly title: string;
  readonly version: Version;
  readonly ended: CheckOutcome;
}

export interface Exchanged {
  readonly kind: 'exchange';
  readonly exchange: Exchange;
  readonly findings: readonly Finding[];
}

/** What a run writes down, in order. Findings are the oracle's and can be had again from the exchanges. */
export type Evidence = RunBegan | Exchanged | CheckEnded;
