import { randomInt } from 'node:crypto';
import { isClauseId } from '../../contracts/clauses';
import { efforts, isEffort, limitOf, type RegressionExample, type RunPlan } from '../../suites/harness/run/run-plan';
import { ConfigurationError } from '../../targets/errors';
import { parseSelection } from './selection';
import type { Settings } from './settings';
import { planOfShard } from './shard';

/**
 * The plan of a run: effort, seed, selected clauses, limit, counterexample to replay, shard.
 *
 * @throws {ConfigurationError} for an unknown effort or clause, and for a replay or a shard that cannot be read.
 */
export function searchOptions(settings: Settings, corpus: readonly RegressionExample[]): RunPlan {
  const effort = settings.effort ?? 'standard';
  if (!isEffort(effort)) {
    throw new ConfigurationError(`--effort ${effort} is unknown: give one of ${Object.keys(efforts).join(', ')}`);
  }
  const replay = settings.replay === undefined ? {} : { replay: parseReplay(settings.replay) };
  const only = settings.clause === undefined ? {} : { only: parseSelection(settings.clause) };
  const { maxRequests: requests, maxTime } = settings;
  const limit = limitOf(efforts[effort], { requests, time: maxTime === undefined ? undefined : maxTime * 1_000 });
  const seed = settings.seed ?? randomInt(2 ** 31);
  const plan = { effort: efforts[effort], seed, corpus, ...only, ...(limit && { limit }), ...replay };
  return settings.shard === undefined ? plan : planOfShard(plan, settings.shard, settings.clause);
}

function parseReplay(text: string): NonNullable<RunPlan['replay']> {
  const [, clause, seed, path] = /^([A-Z]+-\d+):(\d+):([\d:]+)$/.exec(text) ?? [];
  if (clause === undefined || seed === undefined || path === undefined) {
    throw new ConfigurationError(`--replay ${text} cannot be read: copy it from a report, such as REPLACE-02:1234:0:1`);
  }
  if (!isClauseId(clause)) throw new ConfigurationError(`--replay ${text}: there is no clause ${clause}`);
  return { clause, seed: Number(seed), path };
}
