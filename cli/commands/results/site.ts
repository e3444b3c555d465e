import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { countNoun } from '../../../contracts/text/count-noun';
import { fileNames } from '../../../reports/result/file-names';
import { SiteBuilder, type SitePage } from '../../../reports/site/site-builder';
import { ConfigurationError } from '../../../targets/errors';
import { writeFile } from '../../machine/files';
import type { Machine } from '../../machine/machine';
import { outputError } from '../../output/reports-folder';

/** Bytes: a result of this suite is smaller. */
const maxFileSize = 64 * 1024 * 1024;

/**
 * Writes a site of static pages about every `result.json` below a folder. A file that cannot be used is skipped, with one
 * sentence on standard error. Gives the exit code.
 *
 * @throws {ConfigurationError} for a folder without results, and for an output folder that cannot be written.
 */
export function site(folder: string, out: string, { console, files }: Pick<Machine, 'console' | 'files'>): number {
  const skip = (path: string, reason: string) => console.err(`skipped ${path}: ${reason}`);
  const write = ({ path, html }: SitePage) => {
    try {
      files.makeFolder(dirname(join(out, path)));
      writeFile(files, join(out, path), html);
    } catch (error) {
      throw outputError(out, error);
    }
  };
  const builder = new SiteBuilder();
  let copies = 0;
  for (const path of findResults(folder, skip)) {
    try {
      if (statSync(path).size > maxFileSize) throw new SyntaxError('it is larger than 64 MB');
      const page = builder.add(files.read(path).toString('utf8'), relative(folder, path).split(sep).join('/'));
      if (page === undefined) copies += 1;
      else write(page);
    } catch (error) {
      if (error instanceof ConfigurationError) throw error;
      skip(path, reasonOf(error));
    }
  }
  const { runs, targets } = builder.counts;
  if (runs === 0) {
    throw new ConfigurationError(`there is no result below ${folder}: give a folder that holds ${fileNames.result}`);
  }
  for (const page of builder.finish()) write(page);
  const copied = copies === 0 ? '' : ` (${copies === 1 ? '1 copy' : `${copies} copies`} left out)`;
  console.out(`${countNoun(targets, 'target')}, ${countNoun(runs, 'run')}${copied}: ${join(out, 'index.html')}`);
  return 0;
}

/** Paths in the order of their names. A symbolic link to a folder is not followed: it may lead back. */
function* findResults(folder: string, skip: (path: string, reason: string) => void): Generator<string> {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(folder);
  } catch (error) {
    return skip(folder, reasonOf(error));
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* findResults(path, skip);
    else if (entry.name === fileNames.result) yield path;
  }
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined) return `it cannot be read (${code})`;
  if (error instanceof SyntaxError) return message;
  throw error;
}
