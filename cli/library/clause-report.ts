import { renderFailure } from '../../reports/formats/console/failure';
import { curlScript } from '../../reports/formats/shared/curl';
import { textOf } from '../../reports/formats/shared/line';
import type { ClauseResult, Failure, Result } from '../../reports/result/result';
import { isKnownFailure } from '../../reports/verdict/baseline';
import { failsRun } from '../../reports/verdict/run-verdict';

/** A clause of a result does not hold. The message is that of `describeClause`. */
export class ClauseError extends Error {
  override readonly name = 'ClauseError';
}

/**
 * Throws where the clause fails the run or leaves it incomplete: a failure that no baseline accepts, or a binding clause
 * that was not tested and is not waived.
 *
 * @throws {ClauseError}
 * @throws {RangeError} for a clause that is not in the result.
 */
export function assertClause(result: Result, id: string): void {
  const clause = clauseOf(result, id);
  const { level, verdict, waived } = clause;
  const isFailed = failsRun(clause, result) && !isKnownFailure(clause.clause, result.baseline);
  const isBinding = level === 'MUST' || (level === 'SHOULD' && result.run.strict);
  const isUntested = verdict === 'not tested' && isBinding && !waived;
  if (isFailed || isUntested) throw new ClauseError(describeClause(result, id));
}

/**
 * The verdict of a clause as text: the reason or the reading, and for a failure what was expected and observed, and the
 * curl commands that reproduce it.
 *
 * @throws {RangeError} for a clause that is not in the result.
 */
export function describeClause(result: Result, id: string): string {
  const clause = clauseOf(result, id);
  const [failure] = clause.failures;
  if (failure !== undefined) return renderFailure(clause, failure, result.run.target).map(textOf).join('\n');
  const { level, sentence, verdict, reason, reading } = clause;
  const why = reading ?? reason;
  return `${id} ${verdict} ${level}: ${sentence}${why === undefined ? '' : `: ${why}`}`;
}

/** The shell commands that reproduce a failure. Tokens are variables that the reader sets. */
export function curlCommands(result: Result, failure: Failure): string {
  return curlScript(failure, result.run.target).join('\n');
}

function clauseOf({ clauses }: Result, id: string): ClauseResult {
  const clause = clauses.find((each) => each.clause === id);
  if (clause === undefined) throw new RangeError(`the result has no clause ${id}: was it selected?`);
  return clause;
}
