import { UsageError } from './usage-error';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EEXIST: 'something that is no folder has this name',
  ENOENT: 'the folder is not there, or cannot be made',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of this path is no folder',
  EPERM: 'you may not write there',
  EROFS: 'it is read-only',
};

/** What a user is told whose folder for the reports cannot be written into. */
export function unwritable(folder: string, error: unknown): UsageError {
  const { code = '' } = error as NodeJS.ErrnoException;
  const reason = reasons[code] === undefined ? '' : `${reasons[code]}: `;
  return new UsageError(
    `the reports cannot be written to ${folder} (${code}): ${reason}mend that, or give another --out`,
  );
}
