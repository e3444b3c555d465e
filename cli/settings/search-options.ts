import { randomInt } from 'node:crypto';
import { isClauseId } from '../../contracts/clauses';
import { efforts, isEffort, type RegressionExample, type RunPlan } from '../../suites/harness/run/run-plan';
import { ConfigurationError } from '../machine/configuration-error';
import type { Settings } from './settings';
import { parseSelection } from './waivers';

/**
 * How the user wants the laws searched.
 *
 * @throws {ConfigurationError} for an unknown effort, or a replay that is none.
 */
export function searchOptions(settings: Settings, corpus: readonly RegressionExample[]): RunPlan {
  const effort = settings.effort ?? 'standard';
  if (!isEffort(effort)) {
    throw new ConfigurationError(
      `--effort ${effort}: there is no such effort; there are ${Object.keys(efforts).join(', ')}`,
    );
  }
  const replay = settings.replay === undefined ? {} : { replay: parseReplay(settings.replay) };
  const only = settings.clause === undefined ? {} : { only: parseSelection(settings.clause) };
  return { effort: efforts[effort], seed: settings.seed ?? randomInt(2 ** 31), corpus, ...only, ...replay };
}

function parseReplay(text: string): NonNullable<RunPlan['replay']> {
  const [, clause, seed, path] = /^([A-Z]+-\d+):(\d+):([\d:]+)$/.exec(text) ?? [];
  if (clause === undefined || seed === undefined || path === undefined) {
    throw new ConfigurationError(`--replay ${text} is not understood: copy it from a report, as REPLACE-02:1234:0:1`);
  }
  if (!isClauseId(clause)) throw new ConfigurationError(`--replay ${text}: there is no clause ${clause}`);
  return { clause, seed: Number(seed), path };
}
