import { join } from 'node:path';
import type { Shard } from '../../contracts/evidence/shard';
import { fileNames } from '../../reports/result/file-names';
import { readResult } from '../../reports/result/read-result';
import type { Result, RunFacts } from '../../reports/result/result';
import { ConfigurationError } from '../../targets/errors';
import type { Files } from '../machine/files';

/** A report folder with the result of one shard. */
export interface ShardReport {
  readonly path: string;
  readonly result: Result;
  readonly run: RunFacts & { readonly shard: Shard };
}

/** A folder without a usable result: nothing says of which shard it is. */
export interface UnusableFolder {
  readonly path: string;
  readonly reason: string;
}

export interface ShardFolders {
  /** In the order of the shards. */
  readonly reports: readonly ShardReport[];
  readonly unusable: readonly UnusableFolder[];
}

/**
 * Reads the results of report folders.
 *
 * @throws {ConfigurationError} for the report of a run without shards, for two folders of one shard, and if no folder has
 * a result.
 */
export function readShardFolders(paths: readonly string[], files: Files): ShardFolders {
  const folders = paths.map((path) => readFolder(path, files));
  const reports = folders.filter((each) => 'result' in each);
  const unusable = folders.filter((each) => 'reason' in each);
  const [first] = unusable;
  if (reports.length === 0) {
    const reason = first === undefined ? 'no folder is given' : `${first.path}: ${first.reason}`;
    throw new ConfigurationError(`there is no result to merge (${reason}): give the report folders of the shards`);
  }
  const byIndex = new Map<number, ShardReport>();
  for (const report of reports) {
    const { index, count } = report.run.shard;
    const other = byIndex.get(index);
    if (other !== undefined) {
      throw new ConfigurationError(`${other.path} and ${report.path} are both shard ${index} of ${count}: give one`);
    }
    byIndex.set(index, report);
  }
  return { reports: reports.toSorted((one, other) => one.run.shard.index - other.run.shard.index), unusable };
}

function readFolder(path: string, files: Files): ShardReport | UnusableFolder {
  let result: Result;
  try {
    result = readResult(files.read(join(path, fileNames.result)).toString('utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) return { path, reason: `its ${fileNames.result} cannot be used: ${message}` };
    const end = code === 'ENOENT' ? ': its run was killed, or has not ended' : ` that can be read (${code})`;
    return { path, reason: `it has no ${fileNames.result}${end}` };
  }
  const { shard, shards } = result.run;
  if (shard !== undefined) return { path, result, run: { ...result.run, shard } };
  const found = shards === undefined ? 'a run without shards' : 'a merged run';
  throw new ConfigurationError(`${path} has the report of ${found}: give the report folders of the shards`);
}
