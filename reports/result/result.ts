import type { CapabilityName } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import type { Level } from '../../contracts/clauses/clause';
import type { Counterexample } from '../../contracts/evidence/events';
import type { Exchange } from '../../contracts/http/exchange';
import type { Subject } from '../../contracts/oracle/model';

/** What is known of a run beside its findings. */
export interface RunFacts {
  readonly target: string;
  readonly profile: string;
  readonly effort: string;
  /** Of the generated inputs. */
  readonly seed: number;
  readonly strict: boolean;
  readonly waived: readonly string[];
  readonly quota: Subject['quota'];
  /** Version of the suite. */
  readonly suite: string;
  /** RFC 3339, UTC. Apart from these two, a result of the same target compares equal. */
  readonly began: string;
  readonly seconds: number;
  /** One sentence for each server that could not be put back. */
  readonly notPutBack: readonly string[];
}

/** The machine-readable result, as `result.json` holds it; its JSON Schema is `result-schema.ts`. */
export interface Result extends Summary {
  readonly format: 'ecs-metadata-conformance/result/1';
  readonly run: RunFacts;
  /** For a run with a baseline, whose exit code is by it. */
  readonly baseline?: BaselineOutcome;
}

/** A failure that its owner knows of, and accepts for a time. */
export interface KnownFailure {
  readonly clause: ClauseId;
  readonly reason: string;
  /** Where its owner keeps track of it. */
  readonly owner: string;
  /** The last day on which it is accepted, YYYY-MM-DD, UTC. */
  readonly expires: string;
}

/** How the failures of a run stand to those that were known. */
export interface BaselineOutcome {
  /** Accepted. */
  readonly known: readonly KnownFailure[];
  /** These fail the run. */
  readonly expired: readonly KnownFailure[];
  readonly noLongerFailing: readonly KnownFailure[];
  readonly unknown: readonly ClauseId[];
}

export function buildResult(summary: Summary, run: RunFacts): Result {
  return { format: 'ecs-metadata-conformance/result/1', run, ...summary };
}

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
  readonly confirmed?: Confirmation;
}

export interface Confirmation {
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
export interface UnconfirmedViolation {
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
  readonly unconfirmed: readonly UnconfirmedViolation[];
  /** Where a check and the oracle disagree: faults of the suite, never of the target. */
  readonly defects: readonly string[];
}
