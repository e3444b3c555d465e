import { UsageError } from './usage-error';

/** What a user is told whose folder for the reports cannot be written into. */
export function unwritable(folder: string, error: unknown): UsageError {
  const { code } = error as NodeJS.ErrnoException;
  return new UsageError(`the reports cannot be written to ${folder} (${code}): mend that, or give another --out`);
}
