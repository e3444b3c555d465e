import { join } from 'node:path';
import { isCheckId } from '../../contracts/evidence/check-id';
import { fileNames } from '../../reports/result/file-names';
import { readResult } from '../../reports/result/read-result';
import type { Result } from '../../reports/result/result';
import type { Selection } from '../../suites/harness/run/selection';
import { ConfigurationError } from '../../targets/errors';
import type { Files } from '../machine/files';

/**
 * The clauses that failed in the last run into a folder, and the checks of other clauses that showed it.
 *
 * @throws {ConfigurationError} where the folder holds no result, and where nothing failed.
 */
export function readLastFailed(folder: string, files: Files): Selection {
  const path = join(folder, fileNames.result);
  const failed = parse(path, files).clauses.filter(({ verdict }) => verdict === 'failed');
  if (failed.length === 0) {
    throw new ConfigurationError(`--last-failed: no clause failed in ${path}: leave out --last-failed`);
  }
  const clauses = new Set(failed.map(({ clause }) => clause));
  const checks = failed.flatMap(({ failures }) => failures.map(({ check }) => check)).filter(isCheckId);
  return new Set([...clauses, ...checks.filter((id) => ![...clauses].some((clause) => id.startsWith(`${clause}/`)))]);
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
