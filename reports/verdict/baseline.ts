import type { ClauseId } from '../../contracts/clauses';
import { countNoun } from '../../contracts/text/count-noun';
import { type BaselineOutcome, isPartialRun, type KnownFailure, type Result } from '../result/result';
import { blockingCapabilities } from './missing-capabilities';
import { exitCodes, failsRun, runVerdict } from './run-verdict';

export type { KnownFailure } from '../result/result';

/**
 * Applies a baseline to a result. A known failure that has not expired does not fail the run; the verdict stays the same.
 * Neither does a clause that was not tested only because of known failures. A baseline that is out of date fails the run, so that somebody updates it.
 *
 * @param today YYYY-MM-DD, UTC.
 */
export function applyBaseline(result: Result, baseline: readonly KnownFailure[], today: string): Result {
  const verdictOf = new Map(result.clauses.map(({ clause, verdict }) => [clause, verdict]));
  const failing = baseline.filter(({ clause }) => verdictOf.get(clause) === 'failed');
  const known = failing.filter(({ expires }) => today <= expires);
  const listed = new Set(baseline.map(({ clause }) => clause));
  const outcome: BaselineOutcome = {
    known,
    expired: failing.filter((each) => !known.includes(each)),
    // A clause that was not tested or not selected may still fail in another run, and any clause in another shard.
    noLongerFailing: baseline.filter(({ clause }) => {
      if (result.run.shard !== undefined) return false;
      const verdict = verdictOf.get(clause);
      return verdict !== undefined && verdict !== 'failed' && verdict !== 'not tested';
    }),
    unknown: result.clauses
      .filter((each) => failsRun(each, result) && !listed.has(each.clause))
      .map(({ clause }) => clause),
  };
  const accepted = new Set(known.map(({ clause }) => clause));
  const masked = result.clauses
    .filter(({ maskedBy }) => maskedBy?.every((clause) => accepted.has(clause)))
    .map(({ clause }) => clause);
  const whole = masked.length > 0 ? { ...outcome, masked } : outcome;
  return { ...result, baseline: whole, exitCode: exitCodeWithBaseline(result, whole) };
}

function exitCodeWithBaseline(
  result: Result,
  { known, expired, noLongerFailing, unknown, masked = [] }: BaselineOutcome,
): Result['exitCode'] {
  if (expired.length + noLongerFailing.length + unknown.length > 0) return 1;
  const accepted = new Set([...known.map(({ clause }) => clause), ...masked]);
  const rest = result.clauses.filter(({ clause }) => !accepted.has(clause));
  const { troubles, defects, missing, run } = result;
  const verdict = runVerdict(rest, {
    isIncomplete: troubles.length > 0 || run.notPutBack.length > 0 || blockingCapabilities(missing).length > 0,
    hasDefects: defects.length > 0,
    strict: run.strict,
    isPartial: isPartialRun(run) || result.leftOut !== undefined,
  });
  return exitCodes[verdict];
}

/**
 * The gate of a run with a baseline, in addition to the verdict: `gate: passed, 2 known failures (22 clauses not tested)`.
 * Undefined without a baseline: then the verdict decides the exit code.
 */
export function describeGate({ baseline, exitCode }: Pick<Result, 'baseline' | 'exitCode'>): string | undefined {
  if (baseline === undefined) return undefined;
  const { known, unknown, expired, noLongerFailing, masked = [] } = baseline;
  const untested = masked.length > 0 ? ` (${countNoun(masked.length, 'clause')} not tested)` : '';
  const parts = [
    exitCode === 0 ? 'passed' : 'failed',
    exitCode === 3 ? 'the run is incomplete' : '',
    exitCode === 4 ? 'the suite contradicts itself' : '',
    unknown.length > 0 ? countNoun(unknown.length, 'new failure') : '',
    expired.length > 0 ? `${expired.length} expired` : '',
    noLongerFailing.length > 0 ? `${noLongerFailing.length} out of date` : '',
    `${countNoun(known.length, 'known failure')}${untested}`,
  ];
  return `gate: ${parts.filter((part) => part !== '').join(', ')}`;
}

/** A short note on a failure: known, new or expired; undefined without a baseline. */
export function baselineNote(clause: ClauseId, baseline: BaselineOutcome | undefined): string | undefined {
  const isOf = (each: { readonly clause: ClauseId }) => each.clause === clause;
  const known = baseline?.known.find(isOf);
  if (known !== undefined) return `known until ${known.expires}`;
  const expired = baseline?.expired.find(isOf);
  if (expired !== undefined) return `expired: known until ${expired.expires}`;
  return baseline?.unknown.includes(clause) ? 'new' : undefined;
}

/** The baseline accepts that this clause fails. */
export function isKnownFailure(clause: ClauseId, baseline: BaselineOutcome | undefined): boolean {
  return baseline?.known.some((each) => each.clause === clause) ?? false;
}

/** The clause was not tested only because of known failures: that does not block the gate. */
export function isMasked(clause: ClauseId, baseline: BaselineOutcome | undefined): boolean {
  return baseline?.masked?.includes(clause) ?? false;
}

/** The clauses that were not tested because of known failures, in one sentence; undefined if there are none. */
export function describeMasked({ masked = [] }: BaselineOutcome): string | undefined {
  if (masked.length === 0) return undefined;
  return `${countNoun(masked.length, 'clause')} could not be tested because of known failures: ${masked.join(', ')}`;
}

/** A line for each known, new and expired failure, and for each entry that is out of date; then their counts. */
export function describeBaseline(baseline: BaselineOutcome): string[] {
  const { known, expired, noLongerFailing, unknown } = baseline;
  const masked = describeMasked(baseline);
  const counts = [
    `${known.length} known`,
    `${unknown.length} new`,
    `${expired.length} expired`,
    `${noLongerFailing.length} no longer failing`,
  ];
  return [
    ...known.map((each) => `known failure   ${describeKnownFailure(each)}, until ${each.expires}`),
    ...unknown.map((clause) => `new failure     ${clause}: it is not in the baseline`),
    ...expired.map((each) => `expired         ${describeKnownFailure(each)}: it was accepted until ${each.expires}`),
    ...noLongerFailing.map(
      (each) => `out of date     ${describeKnownFailure(each)}: it no longer fails, remove it from the baseline`,
    ),
    ...(masked === undefined ? [] : [masked]),
    `baseline: ${counts.join(', ')}`,
  ];
}

function describeKnownFailure({ clause, reason, owner }: KnownFailure): string {
  return `${clause}: ${reason} (${owner})`;
}
