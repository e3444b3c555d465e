import type { ClauseId } from '../contracts/clauses';
import { isRed } from './is-red';
import { lacking } from './missing-capabilities';
import type { Result } from './result';
import { exitCodes, runVerdict } from './run-verdict';

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

/**
 * Holds a result against a baseline. What is known and not expired no longer fails the run; its verdict stays what it
 * is. A baseline that is out of date fails it too: otherwise nobody would ever clear it up.
 *
 * @param today YYYY-MM-DD, UTC.
 */
export function withBaseline(result: Result, baseline: readonly KnownFailure[], today: string): Result {
  const verdictOf = new Map(result.clauses.map(({ clause, verdict }) => [clause, verdict]));
  const failing = baseline.filter(({ clause }) => verdictOf.get(clause) === 'failed');
  const known = failing.filter(({ expires }) => today <= expires);
  const listed = new Set(baseline.map(({ clause }) => clause));
  const outcome: BaselineOutcome = {
    known,
    expired: failing.filter((each) => !known.includes(each)),
    // What was not tested may fail still.
    noLongerFailing: baseline.filter(({ clause }) => !['failed', 'not tested'].includes(verdictOf.get(clause) ?? '')),
    unknown: result.clauses
      .filter((each) => isRed(each, result) && !listed.has(each.clause))
      .map(({ clause }) => clause),
  };
  return { ...result, baseline: outcome, exitCode: exitCodeOf(result, outcome) };
}

function exitCodeOf(result: Result, { known, expired, noLongerFailing, unknown }: BaselineOutcome): Result['exitCode'] {
  if (expired.length + noLongerFailing.length + unknown.length > 0) return 1;
  const accepted = new Set(known.map(({ clause }) => clause));
  const rest = result.clauses.filter(({ clause }) => !accepted.has(clause));
  const { troubles, defects, missing, run } = result;
  const verdict = runVerdict(rest, {
    isTroubled: troubles.length > 0 || run.notPutBack.length > 0 || lacking(missing).length > 0,
    isDefective: defects.length > 0,
    strict: run.strict,
  });
  return exitCodes[verdict];
}
