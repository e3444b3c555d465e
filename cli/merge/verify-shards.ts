import { isDeepStrictEqual } from 'node:util';
import { formatShard, type Shard } from '../../contracts/evidence/shard';
import type { Version } from '../../contracts/metadata';
import type { Profile } from '../../contracts/profiles/profile';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { ConfigurationError } from '../../targets/errors';
import { searchOptions } from '../settings/search-options';
import type { LostShard } from './missing-shards';
import type { ShardReport } from './shard-report';
import type { SoundShard } from './shared-servers';
import { verifyEvidence } from './verify-evidence';

/** The shards of a run: those to merge, and those to run again. */
export interface VerifiedShards {
  readonly sound: readonly SoundShard[];
  readonly lost: readonly LostShard[];
  /** Sound shards that ended before their last check. */
  readonly cutShort: readonly Shard[];
  readonly profile: Profile;
  /** The versions under which the checks ran. */
  readonly versions: readonly Version[];
}

/**
 * Verifies the evidence of each shard of one run.
 *
 * @throws {ConfigurationError} if no evidence can be used, and for shards whose profiles have one name and other rules.
 */
export async function verifyShards(reports: readonly ShardReport[]): Promise<VerifiedShards> {
  const sound: SoundShard[] = [];
  const problems = new Map<number, string>();
  const cutShort: Shard[] = [];
  let versions: readonly Version[] = [];
  for (const report of reports) {
    const { shard } = report.run;
    const verified = await verifyEvidence(report, planOfShard(report, shard));
    if (typeof verified === 'string') {
      problems.set(shard.index, verified);
      continue;
    }
    sound.push({ report, began: verified.began });
    if (verified.isCutShort) cutShort.push(shard);
    if (verified.versions.length > versions.length) versions = verified.versions;
  }
  return {
    sound,
    lost: lostShards(reports, sound, problems),
    cutShort,
    profile: requireOneProfile(sound, problems),
    versions,
  };
}

/** The plan of any shard of the run that a report is of. */
export function planOfShard({ run }: ShardReport, shard: Shard): RunPlan {
  const { effort, seed, selected } = run;
  return searchOptions({ effort, seed, clause: selected, shard: formatShard(shard) }, []);
}

function lostShards(
  [first]: readonly ShardReport[],
  sound: readonly SoundShard[],
  problems: ReadonlyMap<number, string>,
): LostShard[] {
  const count = first?.run.shard.count ?? 0;
  const found = new Set(sound.map(({ report }) => report.run.shard.index));
  return Array.from({ length: count }, (_, place) => ({ index: place + 1, count }))
    .filter(({ index }) => !found.has(index))
    .map((shard) => ({ shard, problem: problems.get(shard.index) }));
}

function requireOneProfile([first, ...others]: readonly SoundShard[], problems: ReadonlyMap<number, string>): Profile {
  if (first === undefined) {
    const [problem] = problems.values();
    throw new ConfigurationError(`no shard can be merged (${problem}): run the shards again`);
  }
  const { rules } = first.began.shard;
  for (const { report, began } of others) {
    if (isDeepStrictEqual(began.shard.rules, rules)) continue;
    throw new ConfigurationError(
      `${report.path} does not belong to ${first.report.path}: its profile ${rules.name} has other rules: give the shards of one run`,
    );
  }
  return rules;
}
