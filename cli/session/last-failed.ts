import { join } from 'node:path';
import { clauseOfCheck, isCheckId } from '../../contracts/evidence/check-id';
import { fileNames } from '../../reports/result/file-names';
import { readResult } from '../../reports/result/read-result';
import type { EarlierFailure, Result } from '../../reports/result/result';
import type { Selection } from '../../suites/harness/run/selection';
import { ConfigurationError } from '../../targets/errors';
import type { Files } from '../machine/files';

/**
 * The clauses that failed in the runs into a folder, and the checks of other clauses that showed it.
 *
 * @throws {ConfigurationError} where the folder holds no result, and where nothing failed.
 */
export function readLastFailed(folder: string, files: Files): Selection {
  const path = join(folder, fileNames.result);
  const failures = failuresOf(parse(path, files));
  if (failures.length === 0) {
    throw new ConfigurationError(`--last-failed: no clause failed in ${path}: leave out --last-failed`);
  }
  const clauses = new Set(failures.map(({ clause }) => clause));
  const checks = failures.flatMap((each) => each.checks).filter(isCheckId);
  return new Set([...clauses, ...checks.filter((id) => !clauses.has(clauseOfCheck(id)))]);
}

/**
 * The failures of earlier runs into a folder that a new result does not settle. A clause may fail only after checks of
 * other clauses, so a run of selected checks settles none. A run of all clauses settles each clause that it tested.
 */
export function unsettledFailures(
  folder: string,
  files: Files,
  { clauses }: Pick<Result, 'clauses'>,
  isSelected: boolean,
): readonly EarlierFailure[] {
  const untested = new Set(clauses.filter(({ verdict }) => verdict === 'not tested').map(({ clause }) => clause));
  return readFailures(folder, files).filter(({ clause }) => isSelected || untested.has(clause));
}

/** The result of an earlier run is no input of a run: one that cannot be used has no failures. */
function readFailures(folder: string, files: Files): readonly EarlierFailure[] {
  try {
    return failuresOf(parse(join(folder, fileNames.result), files));
  } catch (error) {
    if (error instanceof ConfigurationError) return [];
    throw error;
  }
}

/** The failed clauses of a result, and those of the runs before it that it has not settled, each once. */
function failuresOf({ clauses, run }: Result): readonly EarlierFailure[] {
  const failed = clauses
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ clause, failures }) => ({ clause, checks: failures.map(({ check }) => check).filter(isCheckId) }));
  const all = new Map<string, EarlierFailure>();
  for (const { clause, checks } of [...failed, ...(run.failedBefore ?? [])]) {
    all.set(clause, { clause, checks: [...new Set([...(all.get(clause)?.checks ?? []), ...checks])] });
  }
  return [...all.values()];
}

function parse(path: string, files: Files): Result {
  let text: string;
  try {
    text = files.read(path).toString('utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(
      `--last-failed: ${path} cannot be read (${code}): leave out --last-failed, or give the --out of the last run`,
    );
  }
  try {
    return readResult(text);
  } catch (error) {
    throw new ConfigurationError(`--last-failed: ${path} cannot be used: ${(error as Error).message}`);
  }
}
