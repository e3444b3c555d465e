import type { UnmetNeed } from '../capabilities';
import type { ClauseId } from '../clauses';
import type { Exchange } from '../http/exchange';
import type { Version } from '../metadata';
import type { Finding } from '../oracle/finding';
import type { Subject } from '../oracle/model';
import type { Profile } from '../profiles/profile';
import type { CheckId } from './check-id';
import type { Shard } from './shard';

/** Changes when readers of the old format can no longer read the new one. */
export const evidenceFormat = 'ecs-metadata-conformance/evidence/2';

/** The facts at the start of a run. They are needed to judge the exchanges again. */
export interface RunStarted {
  readonly kind: 'run';
  readonly format: typeof evidenceFormat;
  readonly target: string;
  readonly profile: string;
  readonly subject: Subject;
  readonly effort: string;
  readonly seed: number;
  /** The median duration of the first requests of the run, in milliseconds. */
  readonly latency: number;
  /** For a run of one shard. */
  readonly shard?: RecordedShard;
}

/** A merge needs these facts to judge the evidence of a shard again, without the files of its user. */
export interface RecordedShard extends Shard {
  /** Families, clauses and checks to which the user limited the run of all shards. */
  readonly selected?: readonly string[];
  /** The whole profile: the evidence has the name alone otherwise, and a user may change the file. */
  readonly rules: Profile;
}

/** The outcome of a check by its own assertions. */
export type CheckOutcome =
  /** Counterexamples of a passed search failed once and not again. */
  | { readonly outcome: 'passed'; readonly counterexamples?: readonly Counterexample[] }
  | { readonly outcome: 'failed'; readonly message: string; readonly counterexamples?: readonly Counterexample[] }
  /**
   * It shows nothing. `trouble`: because the target or the network was unavailable, or the run has ended. `stopped`: the
   * latter. `fixtureFailed`: because the server did not hold the metadata that the check needs. A violation in the same
   * requests explains that.
   */
  | {
      readonly outcome: 'not tested';
      readonly reason: string;
      readonly trouble: boolean;
      readonly stopped?: true;
      readonly fixtureFailed?: true;
    }
  /** It is not in the plan, because a need of it is not met. */
  | ({ readonly outcome: 'not run' } & UnmetNeed)
  /** The contract allows the behaviour of this target, and the check has nothing to test. */
  | { readonly outcome: 'not applicable'; readonly reason: string };

/** The preflight has found the capabilities of the target. The checks follow. */
export interface PreflightEnded {
  readonly kind: 'preflight';
  /** The versions under which the checks run. */
  readonly versions: readonly Version[];
  readonly missing: readonly UnmetNeed[];
  /** The quota of pairs that the oracle uses from here on. */
  readonly quota: Subject['quota'];
  /** The expected number of requests of the run, and the number after which it ends. */
  readonly announced: number;
  readonly most: number;
}

/** The result of a search, shrunk as far as possible. */
export interface Counterexample {
  /** The generated input as readable text. */
  readonly input: string;
  /** The input itself, if JSON can represent it. */
  readonly json?: unknown;
  readonly version?: Version;
  /** The argument of `--replay`. Races have none. */
  readonly replay?: string;
  /** The number of failures, and of attempts. */
  readonly shown: number;
  readonly of: number;
  /** The number of requests of one failing attempt. */
  readonly requests: number;
}

/** True for an input that failed once and not again, perhaps for a temporary reason. */
export function isUnconfirmed({ shown }: Counterexample): boolean {
  return shown === 1;
}

/**
 * The end of one attempt of a search. With `counterexample`, the exchanges of the check since its last attempt show
 * this counterexample and replace those that showed it before. Without it they are not needed.
 *
 * With `doubted`, a check runs again, because one response may have a temporary reason. Only findings that appear again
 * count. `beside others`: other checks ran at the same time and may be the reason; the next run of the check is alone.
 */
export interface AttemptEnded {
  readonly kind: 'trial';
  readonly check: string;
  readonly counterexample?: number;
  readonly doubted?: 'alone' | 'beside others';
}

/**
 * The requests of a failure were sent again, without other traffic, to newly prepared servers. The exchanges of this
 * check since the last such event show whether the failure appears again.
 */
export interface ReproductionEnded {
  readonly kind: 'reproduction';
  readonly check: string;
  readonly clause: ClauseId;
  /** The first exchange that showed the failure. */
  readonly exchange: number;
  /** All requests of the check were sent again, not only the shortest reproduction. */
  readonly isWhole: boolean;
}

export interface CheckEnded {
  readonly kind: 'check';
  /** Its name, unique in the run: `checkName` of its id and version. */
  readonly check: string;
  readonly id: CheckId;
  readonly suite: string;
  readonly clause: ClauseId;
  readonly title: string;
  /** Undefined for a property: its inputs contain the version. */
  readonly version?: Version;
  readonly ended: CheckOutcome;
}

export interface ExchangeRecorded {
  readonly kind: 'exchange';
  readonly exchange: Exchange;
  readonly findings: readonly Finding[];
}

/** Another client changes a server of the run. Its findings show nothing of the target, and the run ends. */
interface OtherClientDetected {
  readonly kind: 'others';
  readonly reason: string;
}

/** Checks that did not fit into the limit that the user has set for the run. They sent no request. */
interface ChecksLeftOut {
  readonly kind: 'left out';
  /** The names of the checks. */
  readonly checks: readonly string[];
}

/** The events of a run, in order. The oracle can compute the findings again from the exchanges. */
export type Evidence =
  | RunStarted
  | PreflightEnded
  | ExchangeRecorded
  | AttemptEnded
  | CheckEnded
  | ReproductionEnded
  | OtherClientDetected
  | ChecksLeftOut;
