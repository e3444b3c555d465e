import { dirname } from 'node:path';
import { ConfigurationError } from '../../targets/errors';
import { type Files, makeFolderSynced, writeSynced } from '../machine/files';
import { codeOf, journalExistsError, notWrittenMessage, otherRunStartsError, partPath } from './journal-messages';

const onlyOwner = 0o600;

/**
 * The file of a journal. It is always written as a whole under another name, synced, and renamed: a damaged journal was
 * damaged later. The name of the first one ends in `.part` until the rename, and no two runs can create that file at a
 * time. If only the `.part` file exists, the run has changed nothing.
 */
export class JournalStore {
  /** The content of the file, as this run has written it. */
  private text: string | undefined;

  /** @throws {ConfigurationError} when an earlier run has left a journal: its servers are not restored. */
  constructor(
    readonly path: string,
    private readonly files: Files,
  ) {
    if (files.exists(path)) throw journalExistsError(path);
    if (files.exists(partPath(path))) throw otherRunStartsError(path);
  }

  get isWritten(): boolean {
    return this.text !== undefined;
  }

  /** @throws Node's error when the file cannot be read. */
  isUnchanged(): boolean {
    return this.files.read(this.path).toString('utf8') === this.text;
  }

  /** @throws {ConfigurationError} when it cannot be written, or when something else has changed it. */
  write(text: string): void {
    if (this.text === undefined) this.create(text);
    else this.replace(text);
  }

  /**
   * Removes the file, unless it belongs to another run by now.
   *
   * @throws Node's error when it cannot be removed.
   */
  remove(): void {
    try {
      if (this.files.exists(this.path) && this.isUnchanged()) removeJournal(this.path, this.files);
    } finally {
      this.text = undefined;
    }
  }

  private create(text: string): void {
    const { files, path } = this;
    const part = partPath(path);
    let own: string | undefined;
    try {
      makeFolderSynced(files, dirname(path));
      const file = files.open(part, 'new', onlyOwner);
      own = part;
      writeSynced(file, text);
      // Another run may have started since the constructor.
      if (files.exists(path)) throw journalExistsError(path);
      files.rename(part, path);
      own = path;
      files.syncFolder(dirname(path));
    } catch (error) {
      const left = own === undefined ? '' : this.discard(own);
      if (error instanceof ConfigurationError) throw error;
      if (own === undefined && ignoreErrors(() => files.exists(part))) throw otherRunStartsError(path);
      throw new ConfigurationError(
        `${notWrittenMessage(path, error)}, so nothing was changed: correct that, or give another --out${left}`,
      );
    }
    this.text = text;
  }

  /** Removes a first journal after an error. Gives the end of the message when that fails too. */
  private discard(path: string): string {
    try {
      this.files.remove(path);
      return '';
    } catch (error) {
      return `; ${path} cannot be removed either (${codeOf(error)}): remove it by hand, there is nothing to restore`;
    }
  }

  private replace(text: string): void {
    const { files, path } = this;
    const next = nextPath(path);
    try {
      if (!this.isUnchanged()) throw new ConfigurationError(`another process has changed the journal ${path}`);
      writeSynced(files.open(next, 'anew', onlyOwner), text);
      files.rename(next, path);
      this.text = text;
      files.syncFolder(dirname(path));
    } catch (error) {
      ignoreErrors(() => files.remove(next));
      const reason = error instanceof ConfigurationError ? error.message : notWrittenMessage(path, error);
      throw new ConfigurationError(`${reason}, so the run ends: correct that, or give another --out`);
    }
  }
}

/** The name of a later journal until the rename. */
function nextPath(path: string): string {
  return `${path}.next`;
}

/** @throws Node's error when it cannot be removed. */
export function removeJournal(path: string, files: Files): void {
  files.remove(path);
  ignoreErrors(() => files.remove(nextPath(path)));
  ignoreErrors(() => files.syncFolder(dirname(path)));
}

export function ignoreErrors<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
