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
  return readBytes(path, what, mend, files).toString('utf8');
}

/** The same as bytes. */
export function readBytes(path: string, what: string, mend: string, files: Files): Buffer {
  try {
    return files.read(path);
  } catch (error) {
    throw new UsageError(`${what} ${path} cannot be read (${(error as NodeJS.ErrnoException).code}): ${mend}`);
  }
}
