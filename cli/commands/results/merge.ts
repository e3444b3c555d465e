import { resolve } from 'node:path';
import type { Evidence } from '../../../contracts/evidence/events';
import type { Collector } from '../../../reports/collector/collector';
import { buildResult, type Result } from '../../../reports/result/result';
import { aggregate } from '../../../reports/verdict/aggregate';
import { applyBaseline } from '../../../reports/verdict/baseline';
import { selectedClauses } from '../../../suites/harness/run/selection';
import { ConfigurationError } from '../../../targets/errors';
import type { Machine } from '../../machine/machine';
import { judgeShards } from '../../merge/judge-shards';
import { checksOfLostShard, describeLostShard, rerunCommand } from '../../merge/missing-shards';
import { requireOneRun } from '../../merge/require-one-run';
import { readShardFolders, type ShardReport, type UnusableFolder } from '../../merge/shard-report';
import { planOfShard, type VerifiedShards, verifyShards } from '../../merge/verify-shards';
import { loadReporters } from '../../output/load-reporters';
import { printReport } from '../../output/print-report';
import { ReportsFolder } from '../../output/reports-folder';
import { unsettledFailures } from '../../session/last-failed';
import { readBaseline } from '../../settings/baseline-file';
import { parseSelection } from '../../settings/selection';
import { defaultFolder, type Settings } from '../../settings/settings';
import { parseWaivers } from '../../settings/waivers';

/**
 * Merges the reports of the shards of one run: judges all evidence again, and writes the reports of the whole run. Gives
 * its exit code.
 *
 * @param paths the report folders of the shards. A shard that is missing or broken leaves the run incomplete.
 * @throws {ConfigurationError} for folders that do not belong together, and for reports that cannot be written.
 */
export async function merge(paths: readonly string[], given: Settings, machine: Machine): Promise<number> {
  const { console, files } = machine;
  const out = given.out ?? defaultFolder;
  const reporters = await loadReporters(given.reporter);
  const baseline = given.baseline === undefined ? undefined : readBaseline(given.baseline);
  const { reports, unusable } = readShardFolders(paths, files);
  const [first] = reports;
  if (first === undefined) throw new RangeError('a shard has been read');
  requireOneRun(reports);
  rejectOwnFolder(out, paths);
  const shards = await verifyShards(reports);
  const folder = new ReportsFolder(out, files);
  const add = (evidence: Evidence) => {
    folder.add(evidence);
    for (const { reporter } of reporters) reporter.onEvidence?.(evidence);
  };
  let collector: Collector;
  try {
    collector = await judgeShards(shards.sound, add);
  } catch (error) {
    folder.abandon();
    throw error;
  }
  for (const lost of shards.lost) {
    for (const evidence of checksOfLostShard(lost, planOfShard(first, lost.shard), shards.versions)) {
      collector.add(evidence);
      add(evidence);
    }
  }
  const found = mergedResult(reports, shards, collector, folder, machine);
  const today = machine.network.clock.date().toISOString().slice(0, 10);
  const result = baseline === undefined ? found : applyBaseline(found, baseline, today);
  const detail = given.quiet ? 'quiet' : given.verbose ? 'verbose' : 'normal';
  printReport({ result, limits: shards.profile.limits, columns: console.columns, detail }, reporters, folder, machine);
  console.err(...nextSteps(first, shards, unusable));
  return result.exitCode;
}

/** The reports of a shard would be replaced by those of the run. */
function rejectOwnFolder(out: string, paths: readonly string[]): void {
  const own = paths.find((path) => resolve(path) === resolve(out));
  if (own === undefined) return;
  throw new ConfigurationError(`--out ${out} is the folder of a shard: give another one for the reports of the run`);
}

function mergedResult(
  reports: readonly ShardReport[],
  { profile }: VerifiedShards,
  collector: Collector,
  folder: ReportsFolder,
  { files }: Machine,
): Result {
  const [first] = reports;
  if (first === undefined) throw new RangeError('a shard has been read');
  const { shard, failedBefore: _, ...facts } = first.run;
  const notPutBack = reports.flatMap(({ run }) => run.notPutBack);
  const selected = facts.selected && selectedClauses(parseSelection(facts.selected));
  const summary = aggregate(collector, {
    profile,
    strict: facts.strict,
    waived: parseWaivers(facts.waived),
    selected,
    isRestored: notPutBack.length === 0,
  });
  const failedBefore = unsettledFailures(folder.path, files, summary, selected !== undefined);
  return buildResult(summary, {
    ...facts,
    shards: shard.count,
    ...(failedBefore.length > 0 && { failedBefore }),
    began: reports.map(({ run }) => run.began).toSorted()[0] ?? facts.began,
    seconds: Math.max(...reports.map(({ run }) => run.seconds)),
    notPutBack,
  });
}

/** The folders that could not be read, and the commands that run the shards without a whole result again. */
function nextSteps(
  { run }: ShardReport,
  { lost, cutShort }: VerifiedShards,
  unusable: readonly UnusableFolder[],
): string[] {
  const again = [...lost.map(({ shard }) => shard), ...cutShort].toSorted((one, other) => one.index - other.index);
  return [
    ...lost.map(describeLostShard),
    ...unusable.map(({ path, reason }) => `${path} is left out: ${reason}`),
    ...(again.length === 0 ? [] : ['run again, with the settings of the target and of its servers:']),
    ...again.map((shard) => `  ${rerunCommand(shard, run)}`),
  ];
}
