import type { Evidence } from '../../contracts/evidence/events';
import { formatShard, type Shard } from '../../contracts/evidence/shard';
import type { Version } from '../../contracts/metadata';
import type { RunFacts } from '../../reports/result/result';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { recordedChecks } from '../../suites/harness/session/shards';
import { ownCommand } from '../machine/own-command';

/** A shard whose evidence cannot be merged. */
export interface LostShard {
  readonly shard: Shard;
  /** The error of its evidence; undefined if no folder has its result. */
  readonly problem: string | undefined;
}

/** One sentence for the reports. */
export function describeLostShard({ shard, problem }: LostShard): string {
  const state = problem === undefined ? 'is missing' : `is broken (${problem})`;
  return `shard ${shard.index} of ${shard.count} ${state}: run it again with --shard ${formatShard(shard)}, and merge again`;
}

/**
 * The checks of a lost shard, as those of a run that ended before them: no clause that loses one of them passes, and the
 * run is incomplete.
 *
 * @param plan of this shard.
 * @param served the versions under which the other shards ran.
 */
export function checksOfLostShard(lost: LostShard, plan: RunPlan, served: readonly Version[]): Evidence[] {
  const reason = describeLostShard(lost);
  return recordedChecks(plan, served).map((check) => ({
    ...check,
    ended: { outcome: 'not tested', reason, trouble: true, stopped: true },
  }));
}

/** The command that runs a shard again, without the settings of the target. */
export function rerunCommand(shard: Shard, { seed, effort, profile, selected, waived, strict }: RunFacts): string {
  const isOfSuite = profile === 'ecs' || profile === 'nova';
  const flags = [
    `--shard ${formatShard(shard)} --seed ${seed} --effort ${effort}`,
    ...(profile === 'ecs' ? [] : [`--profile ${isOfSuite ? profile : 'FILE'}`]),
    ...(selected === undefined ? [] : [`--clause ${selected.join(',')}`]),
    ...(waived.length === 0 ? [] : [`--waive ${waived.join(',')}`]),
    ...(strict ? ['--strict'] : []),
  ];
  return `${ownCommand()} run ${flags.join(' ')}`;
}
