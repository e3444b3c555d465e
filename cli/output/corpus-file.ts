import { join } from 'node:path';
import { isCheckId } from '../../contracts/evidence/check-id';
import { fileNames } from '../../reports/result/file-names';
import type { Summary } from '../../reports/result/result';
import type { RegressionExample } from '../../suites/harness/run/run-plan';
import { ConfigurationError } from '../../targets/errors';
import { type Files, writeFile } from '../machine/files';
import { outputError } from './reports-folder';

/**
 * Past counterexamples: those that the suite brings along, and those that runs with the same folder have found.
 *
 * @throws {ConfigurationError} for a file that is none of ours.
 */
export function readCorpus(folder: string, files: Files): RegressionExample[] {
  return ownCorpus(folder, files);
}

/**
 * Adds what a run has found to the folder's corpus. Gives the path, or undefined where nothing was new.
 *
 * @throws {ConfigurationError} where it cannot be written.
 */
export function addToCorpus(folder: string, { clauses }: Summary, files: Files): string | undefined {
  const found = clauses.flatMap(({ failures }) =>
    failures.flatMap(({ check, counterexample }): RegressionExample[] => {
      if (counterexample?.json === undefined || counterexample.version === undefined || !isCheckId(check)) return [];
      return [{ property: check, version: counterexample.version, input: counterexample.json }];
    }),
  );
  const before = ownCorpus(folder, files).map((entry) => JSON.stringify(entry));
  const all = [...new Set([...before, ...found.map((entry) => JSON.stringify(entry))])];
  if (all.length === before.length) return undefined;
  const path = join(folder, fileNames.corpus);
  try {
    writeFile(files, path, `[\n${all.map((entry) => `  ${entry}`).join(',\n')}\n]\n`);
  } catch (error) {
    throw outputError(folder, error);
  }
  return path;
}

function ownCorpus(folder: string, files: Files): RegressionExample[] {
  const path = join(folder, fileNames.corpus);
  let text: string;
  try {
    text = files.read(path).toString('utf8');
  } catch {
    // The first run into a folder finds none; one that cannot be read at all is told of when it is written into.
    return [];
  }
  try {
    const entries = JSON.parse(text) as RegressionExample[];
    if (Array.isArray(entries) && entries.every(isEntry)) return entries;
  } catch {
    // Falls through to the complaint.
  }
  throw new ConfigurationError(
    `${path} is not a valid corpus of counterexamples: correct it, or remove it to start a new one`,
  );
}

function isEntry(entry: Partial<RegressionExample> | null): boolean {
  const { property, version } = entry ?? {};
  const isOfProperty = typeof property === 'string' && isCheckId(property);
  return isOfProperty && (version === 'v2' || version === 'v2.1') && Object.hasOwn(entry ?? {}, 'input');
}
