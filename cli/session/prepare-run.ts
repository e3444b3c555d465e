import type { Profile } from '../../contracts/profiles/profile';
import type { KnownFailure } from '../../reports/result/result';
import type { Waivers } from '../../reports/verdict/waivers';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { ConfigurationError } from '../../targets/errors';
import type { Files } from '../machine/files';
import { readCorpus } from '../output/corpus-file';
import { loadReporters, type NamedReporter } from '../output/load-reporters';
import { readBaseline } from '../settings/baseline-file';
import { loadProfile } from '../settings/load-profile';
import { searchOptions } from '../settings/search-options';
import { defaultFolder, type Settings } from '../settings/settings';
import { parseWaivers } from '../settings/waivers';
import { readLastFailed } from './last-failed';

/** The part of a run that needs no target. */
export interface PreparedRun {
  readonly plan: RunPlan;
  readonly profile: Profile;
  readonly waived: Waivers;
  readonly baseline: readonly KnownFailure[] | undefined;
  readonly reporters: readonly NamedReporter[];
}

/** @throws {ConfigurationError} for a setting or a file that cannot be used. */
export async function prepareRun(given: Settings, files: Files): Promise<PreparedRun> {
  return {
    plan: planOf(given, files),
    profile: loadProfile(given.profile ?? 'ecs'),
    waived: parseWaivers(given.waive ?? []),
    baseline: given.baseline === undefined ? undefined : readBaseline(given.baseline),
    reporters: await loadReporters(given.reporter),
  };
}

/** @throws {ConfigurationError} where two settings select the checks. */
function planOf(given: Settings, files: Files): RunPlan {
  const out = given.out ?? defaultFolder;
  const plan = searchOptions(given, readCorpus(out, files));
  if (given.lastFailed !== true) return plan;
  const other = given.replay === undefined ? ((given.clause && '--clause') ?? (given.shard && '--shard')) : '--replay';
  if (other !== undefined) throw new ConfigurationError(`--last-failed and ${other} both select checks: give one`);
  return { ...plan, only: readLastFailed(out, files) };
}
