import type { Shard } from '../../contracts/evidence/shard';
import { countNoun } from '../../contracts/text/count-noun';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { splitChecks } from '../../suites/harness/session/shards';
import { ConfigurationError } from '../../targets/errors';

/**
 * Limits a plan to the checks of one shard.
 *
 * @param text the value of `--shard`, such as `2/4`.
 * @param selected the words of `--clause`.
 * @throws {ConfigurationError} for a text that is no shard, and for more shards than checks.
 */
export function planOfShard(plan: RunPlan, text: string, selected: readonly string[] | undefined): RunPlan {
  const shard = parseShard(text);
  if (plan.replay !== undefined) throw new ConfigurationError('--replay and --shard both select checks: give one');
  if (plan.limit !== undefined) {
    throw new ConfigurationError(
      '--shard runs all its checks, so --max-requests, --max-time and smoke effort cannot be given',
    );
  }
  const { index, count } = shard;
  const shards = count > maxShards ? [] : splitChecks(plan, count);
  const only = shards[index - 1];
  if (only === undefined || shards.some(({ size }) => size === 0)) {
    const checks = splitChecks(plan, 1)[0]?.size ?? 0;
    throw new ConfigurationError(
      `--shard ${text}: ${countNoun(checks, 'check')} cannot be split into ${count} shards: give a smaller number`,
    );
  }
  return { ...plan, only, shard: { ...shard, ...(selected && { selected }) } };
}

/** More than the suite has checks. */
const maxShards = 10_000;

function parseShard(text: string): Shard {
  const [, first, second] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const [index, count] = [Number(first), Number(second)];
  if (first === undefined || count === 0) {
    throw new ConfigurationError(`--shard ${text} cannot be read: give a shard and the number of shards, such as 2/4`);
  }
  if (index < 1 || index > count) {
    throw new ConfigurationError(
      `--shard ${text}: there is no shard ${index} of ${count}: give 1/${count} to ${count}/${count}`,
    );
  }
  return { index, count };
}
