import type { ClauseResult, RunVerdict, Summary } from './verdict';

export interface RunCourse {
  /** The target or the way to it failed, or a server was not put back. */
  readonly isTroubled: boolean;
  /** A check and the oracle contradict each other. */
  readonly isDefective: boolean;
  readonly strict: boolean;
}

/** The exit code that goes with a verdict. */
export const exitCodes: Readonly<Record<RunVerdict, Summary['exitCode']>> = {
  conformant: 0,
  'not conformant': 1,
  incomplete: 3,
  error: 4,
};

/**
 * The verdict of a run by those of its clauses. A binding clause that failed comes first: what a check and the oracle
 * disagree about has failed no clause.
 */
export function runVerdict(results: readonly ClauseResult[], course: RunCourse): RunVerdict {
  const binds = ({ level }: ClauseResult) => level !== 'SHOULD' || course.strict;
  if (results.some((result) => result.verdict === 'failed' && binds(result))) return 'not conformant';
  if (course.isDefective) return 'error';
  const untested = results.some(
    (result) => result.verdict === 'not tested' && result.level !== 'open' && binds(result) && !result.waived,
  );
  return untested || course.isTroubled ? 'incomplete' : 'conformant';
}
