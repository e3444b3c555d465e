import { toLogLine } from '../../contracts/text/escape-invisible';
import { renderFailure } from '../../reports/formats/console/failure';
import { curlScript } from '../../reports/formats/shared/curl';
import { describeVerdict, headline } from '../../reports/formats/shared/describe-verdict';
import { textOf } from '../../reports/formats/shared/line';
import type { ClauseResult, Failure, Result } from '../../reports/result/result';
import { describeBaseline, isKnownFailure, isMasked } from '../../reports/verdict/baseline';
import { failsRun } from '../../reports/verdict/run-verdict';

/** The target does not conform, or the run does not show that it does. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
}

/**
 * Throws where the clause fails the run or leaves it incomplete: a failure that no baseline accepts, or a binding clause
 * that was not tested and is not waived.
 *
 * @throws {ConformanceError}
 * @throws {RangeError} for a clause that is not in the result.
 */
export function assertClause(result: Result, id: string): void {
  const clause = clauseOf(result, id);
  if (blocks(clause, result)) throw new ConformanceError(describeClause(result, id));
}

/**
 * Throws where the exit code is not 0. The message has the reason, and every clause for which `assertClause` throws.
 *
 * @throws {ConformanceError}
 */
export function assertConforms(result: Result): void {
  if (result.exitCode === 0) return;
  const blocking = result.clauses.filter((clause) => blocks(clause, result));
  const lines = [
    `${headline(result)}: ${describeVerdict(result)}`,
    ...(result.baseline === undefined ? [] : describeBaseline(result.baseline)),
    ...result.troubles,
    ...result.defects,
    ...result.run.notPutBack,
  ];
  throw new ConformanceError(
    [linesOf(lines), ...blocking.map(({ clause }) => describeClause(result, clause))].join('\n\n'),
  );
}

/** The clause fails the run, or leaves it incomplete. */
function blocks(clause: ClauseResult, result: Result): boolean {
  const { level, verdict, waived } = clause;
  const isFailed = failsRun(clause, result) && !isKnownFailure(clause.clause, result.baseline);
  const isBinding = level === 'MUST' || (level === 'SHOULD' && result.run.strict);
  return isFailed || (verdict === 'not tested' && isBinding && !waived && !isMasked(clause.clause, result.baseline));
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
  if (failure !== undefined) return linesOf(renderFailure(clause, failure, result.run.target).map(textOf));
  const { level, sentence, verdict, reason, reading } = clause;
  const why = reading ?? reason;
  return linesOf([`${id} ${verdict} ${level}: ${sentence}${why === undefined ? '' : `: ${why}`}`]);
}

/** The shell commands that reproduce a failure. Tokens are variables that the reader sets. */
export function curlCommands(result: Result, failure: Failure): string {
  return curlScript(failure, result.run.target).join('\n');
}

/** A line may quote the target: it stays one line, without invisible characters. */
function linesOf(lines: readonly string[]): string {
  return lines.map(toLogLine).join('\n');
}

function clauseOf({ clauses }: Result, id: string): ClauseResult {
  const clause = clauses.find((each) => each.clause === id);
  if (clause === undefined) throw new RangeError(`the result has no clause ${id}: was it selected?`);
  return clause;
}
