import { randomInt } from 'node:crypto';
import { isClauseId } from '../contracts/clauses';
import { efforts, isEffort, type RegressionExample, type RunPlan } from '../suites/harness/run/run-plan';
import type { Given } from './settings';
import { UsageError } from './usage-error';

/**
 * How the user wants the laws searched.
 *
 * @throws {UsageError} for an unknown effort, or a replay that is none.
 */
export function planOf(given: Given, corpus: readonly RegressionExample[]): RunPlan {
  const effort = given.effort ?? 'standard';
  if (!isEffort(effort)) {
    throw new UsageError(`--effort ${effort}: there is no such effort; there are ${Object.keys(efforts).join(', ')}`);
  }
  const replay = given.replay === undefined ? {} : { replay: replayOf(given.replay) };
  return { effort: efforts[effort], seed: given.seed ?? randomInt(2 ** 31), corpus, ...replay };
}

function replayOf(text: string): NonNullable<RunPlan['replay']> {
  const [, clause, seed, path] = /^([A-Z]+-\d+):(\d+):([\d:]+)$/.exec(text) ?? [];
  if (clause === undefined || seed === undefined || path === undefined) {
    throw new UsageError(`--replay ${text} is not understood: copy it from a report, as REPLACE-02:1234:0:1`);
  }
  if (!isClauseId(clause)) throw new UsageError(`--replay ${text}: there is no clause ${clause}`);
  return { clause, seed: Number(seed), path };
}
