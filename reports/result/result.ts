import type { CapabilityName } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import type { Level } from '../../contracts/clauses/clause';
import type { Counterexample } from '../../contracts/evidence/events';
import type { Shard } from '../../contracts/evidence/shard';
import type { Exchange } from '../../contracts/http/exchange';
import type { Subject } from '../../contracts/oracle/model';

/** The facts of a run beside its findings. */
export interface RunFacts {
  readonly target: string;
  /** The name that the user gave the target, such as that of a fleet. */
  readonly targetName?: string;
  /** The release of the software under test, that the user gave. */
  readonly targetVersion?: string;
  readonly profile: string;
  readonly effort: string;
  /** Of the generated inputs. */
  readonly seed: number;
  readonly strict: boolean;
  readonly waived: readonly string[];
  /** Clauses and families to which the user limited the run; absent for a run of all clauses. */
  readonly selected?: readonly string[];
  /** For a run of one shard. */
  readonly shard?: Shard;
  /** For a result that `merge` has made: how many shards the run had. */
  readonly shards?: number;
  /** Clauses that failed in earlier runs into the same folder; absent if a run of all clauses has settled each of them. */
  readonly failedBefore?: readonly EarlierFailure[];
  readonly quota: Subject['quota'];
  /** Version of the suite. */
  readonly suite: string;
  /** RFC 3339, UTC. Two runs against the same target may differ in this and in `seconds` alone. Of shards: the first. */
  readonly began: string;
  /** Of shards: the longest, as they run at the same time. */
  readonly seconds: number;
  /** One sentence for each server that could not be restored. */
  readonly notPutBack: readonly string[];
}

/** True for a run that left checks out, because the user selected some or gave a shard: it does not show conformance. */
export function isPartialRun({ selected, shard }: Pick<RunFacts, 'selected' | 'shard'>): boolean {
  return selected !== undefined || shard !== undefined;
}

/** A clause that failed in an earlier run. */
export interface EarlierFailure {
  readonly clause: ClauseId;
  /** The ids of the checks that showed it, also those of other clauses. */
  readonly checks: readonly string[];
}

/** The machine-readable result, as `result.json` holds it; its JSON Schema is `result-schema.ts`. */
export interface Result extends Summary {
  readonly format: 'ecs-metadata-conformance/result/1';
  readonly run: RunFacts;
  /** For a run with a baseline, which then decides the exit code. */
  readonly baseline?: BaselineOutcome;
}

/** A failure that is accepted until a date. */
export interface KnownFailure {
  readonly clause: ClauseId;
  readonly reason: string;
  /** Where its owner keeps track of it. */
  readonly owner: string;
  /** The last day on which it is accepted, YYYY-MM-DD, UTC. */
  readonly expires: string;
}

/** The failures of a run, compared with a baseline. */
export interface BaselineOutcome {
  /** Accepted. */
  readonly known: readonly KnownFailure[];
  /** These fail the run. */
  readonly expired: readonly KnownFailure[];
  readonly noLongerFailing: readonly KnownFailure[];
  readonly unknown: readonly ClauseId[];
  /** Not tested only because of known failures; these do not fail the run. Absent if there are none. */
  readonly masked?: readonly ClauseId[];
}

export function buildResult(summary: Summary, run: RunFacts): Result {
  return { format: 'ecs-metadata-conformance/result/1', run, ...summary };
}

export type Verdict = 'passed' | 'failed' | 'open' | 'not tested' | 'not applicable';

/**
 * `no failure found`: a run of selected clauses, or within a limit, without a failure. It does not show that the target
 * conforms.
 * `error`: the suite contradicts itself, so the run proves nothing about the target.
 */
export type RunVerdict = 'conformant' | 'no failure found' | 'not conformant' | 'incomplete' | 'error';

/** One violation of a clause, as reports show it. */
export interface Failure {
  /** The id of the check; empty where the failure is of no single check. */
  readonly check: string;
  readonly title: string;
  readonly expected: string;
  readonly observed: string;
  /** The number of the exchange that shows it; 0 where no single exchange does. */
  readonly exchange: number;
  /** The reproduction: the servers as they were before, then the exchanges. */
  readonly given: readonly GivenServer[];
  readonly exchanges: readonly Exchange[];
  /** For a failure that a search found. */
  readonly counterexample?: Counterexample;
  /** The times that the reproduction failed again at the end of the run. */
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
  /** Undefined for an active server. */
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
  /**
   * The clauses whose failures are the only reason that the clause was not tested: they failed in the same requests.
   * Absent if there is any other reason.
   */
  readonly maskedBy?: readonly ClauseId[];
  /** The user accepts that the clause was not tested. */
  readonly waived: boolean;
  /**
   * The checks of the clause: with evidence, without evidence, and not run, as the target or its user does not offer a
   * capability, as the run stopped before, or as they did not fit into its limit.
   */
  readonly checks: { readonly run: number; readonly notTested: number; readonly notRun: number };
  /** Exchanges that satisfy the clause, and violations of it. */
  readonly satisfied: number;
  readonly violated: number;
  /** The first ones; `violated` counts them all. */
  readonly failures: readonly Failure[];
}

/** A capability that the target or its user does not offer, and the checks that were not run for it. */
export interface MissingCapability {
  readonly capability: CapabilityName;
  /** Each cause once. */
  readonly reasons: readonly string[];
  /** Checks that were not run for it, and their clauses. */
  readonly checks: number;
  readonly clauses: readonly ClauseId[];
  /**
   * Binding clauses lose checks: the run is incomplete, unless the capability is waived. False for a run within a limit,
   * which is never conformant.
   */
  readonly isBinding: boolean;
  readonly waived: boolean;
}

/** A violation that showed once and not again: it does not count. */
export interface UnconfirmedViolation {
  /** The clauses that may explain it, the most likely first. */
  readonly clauses: readonly ClauseId[];
  /** The name of the check: its id, and the version under which it ran. */
  readonly check: string;
  readonly expected: string;
  readonly observed: string;
  /** The number of the exchange that showed it. */
  readonly exchange: number;
}

/** The findings of a run. */
export interface Summary {
  readonly missing: readonly MissingCapability[];
  readonly verdict: RunVerdict;
  /** The exit code of the command: that of the verdict, or under a baseline that of the verdict without what it accepts. */
  readonly exitCode: 0 | 1 | 3 | 4;
  readonly clauses: readonly ClauseResult[];
  /** The checks that ran. */
  readonly checks: number;
  /**
   * Checks that did not fit into the limit of the run (`--max-requests`, `--max-time`, smoke effort), and the clauses of
   * which no check ran. Absent if there are none.
   */
  readonly leftOut?: { readonly checks: number; readonly clauses: readonly ClauseId[] };
  readonly exchanges: number;
  /** Failures of the target or the network, each sentence once. */
  readonly troubles: readonly string[];
  /** Violations that showed once and not again. */
  readonly unconfirmed: readonly UnconfirmedViolation[];
  /** Contradictions between a check and the oracle: defects of the suite, never of the target. */
  readonly defects: readonly string[];
}
