import type { UnmetNeed } from '../capabilities';
import type { ClauseId } from '../clauses';
import type { Exchange } from '../http/exchange';
import type { Version } from '../metadata';
import type { Finding } from '../oracle/finding';
import type { Subject } from '../oracle/model';

/** The facts that a run starts from; with them the exchanges that follow can be judged again. */
export interface RunStarted {
  readonly kind: 'run';
  readonly target: string;
  readonly profile: string;
  readonly subject: Subject;
  readonly effort: string;
  readonly seed: number;
  /** What a request took, in milliseconds: the median of those that the run began with. */
  readonly latency: number;
}

/** How a check ended, by its own expectations. */
export type CheckOutcome =
  /** A search may have come upon inputs that failed once and not again. */
  | { readonly outcome: 'passed'; readonly counterexamples?: readonly Counterexample[] }
  | { readonly outcome: 'failed'; readonly message: string; readonly counterexamples?: readonly Counterexample[] }
  /** It ran and shows nothing. `trouble`: since the target or the network was unavailable. */
  | { readonly outcome: 'not tested'; readonly reason: string; readonly trouble: boolean }
  /** It is not in the plan, as the target or its user does not meet a need of it. */
  | ({ readonly outcome: 'not run' } & UnmetNeed)
  /** The contract lets this target be as it is, and then there is nothing to see. */
  | { readonly outcome: 'not applicable'; readonly reason: string };

/** The run has found out what the target offers. The checks follow. */
export interface PreflightEnded {
  readonly kind: 'preflight';
  /** The versions under which the checks run. */
  readonly versions: readonly Version[];
  readonly missing: readonly UnmetNeed[];
  /** Pairs that a server may have, as the oracle goes by from here on. */
  readonly quota: Subject['quota'];
  /** Requests that the run is expected to send, and those after which it ends. */
  readonly announced: number;
  readonly most: number;
}

/** What a search found, as small as it could be made. */
export interface Counterexample {
  /** The generated input, readable. */
  readonly input: string;
  /** The input itself, where JSON can hold it. */
  readonly json?: unknown;
  readonly version?: Version;
  /** For `--replay`; a race cannot be replayed. */
  readonly replay?: string;
  /** It failed so many times of so many. */
  readonly shown: number;
  readonly of: number;
  /** Requests of one failing trial. */
  readonly requests: number;
}

/** Whether an input failed once and not again, as by a fault of the moment. */
export function isUnconfirmed({ shown }: Counterexample): boolean {
  return shown === 1;
}

/**
 * A search has made one trial of many. With a number, the exchanges of the check since its last trial show that
 * counterexample, in place of whatever showed it before; without one they show nothing that matters.
 *
 * Or a check is made once more, as one answer may be a fault of the moment: of what its exchanges show since its last
 * trial only that counts which shows again. `beside others`: work on other servers went on beside it, and may have caused
 * it; made once more, it is alone.
 */
export interface AttemptEnded {
  readonly kind: 'trial';
  readonly check: string;
  readonly counterexample?: number;
  readonly doubted?: 'alone' | 'beside others';
}

/**
 * The requests that showed a failure were sent once more, alone, to freshly prepared servers. The exchanges of this name
 * since the last such event say whether the failure shows again.
 */
export interface ReproductionEnded {
  readonly kind: 'reproduction';
  readonly check: string;
  readonly clause: ClauseId;
  /** The exchange that showed the failure first. */
  readonly exchange: number;
  /** Everything that the check had sent was sent again, and not what matters alone. */
  readonly isWhole: boolean;
}

export interface CheckEnded {
  readonly kind: 'check';
  /** Unique in the run. */
  readonly check: string;
  readonly suite: string;
  readonly clause: ClauseId;
  readonly title: string;
  /** Undefined for a law, whose inputs name the version. */
  readonly version?: Version;
  readonly ended: CheckOutcome;
}

export interface ExchangeRecorded {
  readonly kind: 'exchange';
  readonly exchange: Exchange;
  readonly findings: readonly Finding[];
}

/** Somebody else is at work on a server of the run: what it shows tells nothing of the target, and the run ends. */
export interface OtherClientDetected {
  readonly kind: 'others';
  readonly reason: string;
}

/** What a run writes down, in order. Findings are the oracle's and can be had again from the exchanges. */
export type Evidence =
  | RunStarted
  | PreflightEnded
  | ExchangeRecorded
  | AttemptEnded
  | CheckEnded
  | ReproductionEnded
  | OtherClientDetected;
