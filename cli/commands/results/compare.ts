import { fileNames } from '../../../reports/result/file-names';
import { readResult } from '../../../reports/result/read-result';
import type { Result } from '../../../reports/result/result';
import { compare as compareResults, describeComparison } from '../../../reports/verdict/compare';
import { ConfigurationError } from '../../../targets/errors';
import type { Console } from '../../machine/console';
import { type Files, realFiles } from '../../machine/files';
import { fileIn, readText } from '../../machine/user-file';

/**
 * Compares two `result.json`. Gives the exit code: 1 if a clause became worse, else 0.
 *
 * @throws {ConfigurationError} for a file that is not a `result.json`.
 */
export function compare(before: string, after: string, console: Console): number {
  const [old, now] = [readResultFile(before), readResultFile(after)];
  const comparison = compareResults(old, now);
  console.outWrapped(...describeComparison(old, now, comparison));
  return comparison.worse.length > 0 ? 1 : 0;
}

/**
 * @param given the file, or its folder.
 * @throws {ConfigurationError} for a file that is not a `result.json`.
 */
export function readResultFile(given: string, files: Files = realFiles): Result {
  const path = fileIn(given, fileNames.result, files);
  const mend = 'give the result.json of a run';
  const text = readText(path, 'the result', mend, files);
  try {
    return readResult(text);
  } catch (error) {
    throw new ConfigurationError(`the result ${path} cannot be used (${(error as Error).message}): ${mend}`);
  }
}
