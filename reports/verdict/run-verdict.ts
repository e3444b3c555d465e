import type { ClauseResult, Result, RunVerdict, Summary } from '../result/result';

export interface RunConditions {
  /** The target or the network failed, or a server was not restored. */
  readonly isIncomplete: boolean;
  /** A check and the oracle contradict each other. */
  readonly hasDefects: boolean;
  readonly strict: boolean;
  /** The user selected some of the clauses. */
  readonly isPartial: boolean;
}

/** The exit code of each verdict. */
export const exitCodes: Readonly<Record<RunVerdict, Summary['exitCode']>> = {
  conformant: 0,
  'no failure found': 0,
  'not conformant': 1,
  incomplete: 3,
  error: 4,
};

/**
 * The verdict of a run, from the verdicts of its clauses. A failed binding clause comes first, before a defect of the
 * suite, because a defect fails no clause.
 */
export function runVerdict(results: readonly ClauseResult[], course: RunConditions): RunVerdict {
  const binds = ({ level }: ClauseResult) => level !== 'SHOULD' || course.strict;
  if (results.some((result) => result.verdict === 'failed' && binds(result))) return 'not conformant';
  if (course.hasDefects) return 'error';
  const untested = results.some(
    (result) => result.verdict === 'not tested' && result.level !== 'open' && binds(result) && !result.waived,
  );
  if (untested || course.isIncomplete) return 'incomplete';
  return course.isPartial ? 'no failure found' : 'conformant';
}

/** True for a clause that fails the run. A failed SHOULD does so only with `--strict`. */
export function failsRun(
  { verdict, level }: ClauseResult,
  { run }: { readonly run: Pick<Result['run'], 'strict'> },
): boolean {
  return verdict === 'failed' && (level !== 'SHOULD' || run.strict);
}
