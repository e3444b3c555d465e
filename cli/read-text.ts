import { type Files, realFiles } from './machine/files';
import { UsageError } from './usage-error';

/**
 * The text of a file that a user names.
 *
 * @param what the file is, in the complaint.
 * @param mend what to do about it.
 * @throws {UsageError} where it cannot be read.
 */
export function readText(path: string, what: string, mend: string, files: Files = realFiles): string {
  try {
    return files.read(path).toString('utf8');
  } catch (error) {
    throw new UsageError(`${what} ${path} cannot be read (${(error as NodeJS.ErrnoException).code}): ${mend}`);
  }
}
