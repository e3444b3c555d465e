import type { CapabilityName } from '../contracts/capabilities';
import type { ClauseId } from '../contracts/clauses';
import type { Level } from '../contracts/clauses/clause';
import type { Counterexample } from '../contracts/evidence/events';
import type { Exchange } from '../contracts/http/exchange';

export type Verdict = 'passed' | 'failed' | 'open' | 'not tested' | 'not applicable';

/** `error`: the suite contradicts itself, so that the run proves nothing of the target. */
export type RunVerdict = 'conformant' | 'not conformant' | 'incomplete' | 'error';

/** One way in which a clause was broken. */
export interface Failure {
  readonly check: string;
  readonly title: string;
  readonly expected: string;
  readonly observed: string;
  /** The number of the exchange that shows it; 0 where no single one does. */
  readonly exchange: number;
  /** How the failure is repeated from scratch: what the servers held, then the exchanges of the check up to it. */
  readonly given: readonly GivenServer[];
  readonly exchanges: readonly Exchange[];
  /** For what a search found. */
  readonly counterexample?: Counterexample;
  /** How often the reproduction showed the failure again, when it was sent once more at the end of the run. */
  readonly confirmed?: Confirmed;
}

export interface Confirmed {
  readonly shown: number;
  readonly of: number;
}

export interface GivenServer {
  /** The path of the server's metadata. */
  readonly path: string;
  readonly token: string;
  readonly body: string;
  /** Where it is not active. */
  readonly vmState?: string;
}

export interface ClauseResult {
  readonly clause: ClauseId;
  readonly level: Level;
  readonly sentence: string;
  readonly source: string;
  readonly verdict: Verdict;
  /** The reading that the target follows, for an open clause. */
  readonly reading?: string;
  /** Why the clause, or a part of its checks, was not tested. */
  readonly reason?: string;
  /** The user accepts that the clause was not tested. */
  readonly waived: boolean;
  /**
   * The checks of the clause: those that showed evidence, those that ran and showed none, and those that were left out
   * as the target or its user does not offer what they need.
   */
  readonly checks: { readonly run: number; readonly notTested: number; readonly notRun: number };
  /** In how many exchanges the clause was seen kept, and seen broken. */
  readonly kept: number;
  readonly broken: number;
  /** The first ones; `broken` counts them all. */
  readonly failures: readonly Failure[];
}

/** A capability that the target or its user does not offer, and what that costs. */
export interface MissingCapability {
  readonly capability: CapabilityName;
  /** Each cause once. */
  readonly reasons: readonly string[];
  /** What was left out for it. */
  readonly checks: number;
  readonly clauses: readonly ClauseId[];
  /** Clauses that bind stay unexamined in part: it leaves the run incomplete, unless it is waived. */
  readonly isBinding: boolean;
  readonly waived: boolean;
}

/** A fault that showed once and not again. */
export interface Unconfirmed {
  /** Clauses that it would break, the most likely first. */
  readonly clauses: readonly ClauseId[];
  readonly check: string;
  readonly expected: string;
  readonly observed: string;
  /** The number of the exchange that showed it. */
  readonly exchange: number;
}

/** What a run found. */
export interface Summary {
  readonly missing: readonly MissingCapability[];
  readonly verdict: RunVerdict;
  /** The exit code of the command: that of the verdict, or under a baseline that of the verdict without what it accepts. */
  readonly exitCode: 0 | 1 | 3 | 4;
  readonly clauses: readonly ClauseResult[];
  readonly checks: number;
  readonly exchanges: number;
  /** What went wrong on the way to the target, each sentence once. */
  readonly troubles: readonly string[];
  /** What showed once and not again, when it was looked for: it counts for nothing. */
  readonly unconfirmed: readonly Unconfirmed[];
  /** Where a check and the oracle disagree: faults of the suite, never of the target. */
  readonly defects: readonly string[];
}
