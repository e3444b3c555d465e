import type { Level } from '../../contracts/clauses/clause';
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
  if (results.some((result) => failsRun(result, { run: course }))) return 'not conformant';
  if (course.hasDefects) return 'error';
  const untested = results.some(
    ({ verdict, level, waived }) => verdict === 'not tested' && isBinding(level, course.strict) && !waived,
  );
  if (untested || course.isIncomplete) return 'incomplete';
  return course.isPartial ? 'no failure found' : 'conformant';
}

/** True for a level that a conformant target must satisfy. */
export function isBinding(level: Level, strict: boolean): boolean {
  return level === 'MUST' || (level === 'SHOULD' && strict);
}

/** True for a clause that fails the run: also an open one, which fails if the target mixes its readings. */
export function failsRun(
  { verdict, level }: ClauseResult,
  { run }: { readonly run: Pick<Result['run'], 'strict'> },
): boolean {
  return verdict === 'failed' && (level !== 'SHOULD' || run.strict);
}
