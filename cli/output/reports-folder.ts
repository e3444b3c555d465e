import { join } from 'node:path';
import type { Evidence } from '../../contracts/evidence/events';
import { fileNames, reportFiles } from '../../reports/result/file-names';
import { ConfigurationError } from '../../targets/errors';
import { type Files, makeFolderSynced, writeFile } from '../machine/files';
import { EvidenceFile } from './evidence-file';

/** Reports that an earlier run may have left: beside those of another run they would tell of two. */
const replaceableNames = [...reportFiles, fileNames.plainEvidence];

/**
 * The folder that a run writes into: evidence while it runs, the reports at its end. Until then the files have another
 * name (`.part`): what an earlier run has left stays whole until there is something to replace it.
 */
export class ReportsFolder {
  private readonly evidence: EvidenceFile;
  private failure: ConfigurationError | undefined;

  /** @throws {ConfigurationError} for a folder that cannot be made or written into. */
  constructor(
    readonly path: string,
    private readonly files: Files,
  ) {
    try {
      // The journal is written into it, and must survive a power cut.
      makeFolderSynced(files, path);
      this.evidence = new EvidenceFile(this.part(fileNames.evidence), files);
    } catch (error) {
      throw outputError(path, error);
    }
  }

  /** A disk that is full must not end a run whose servers must be restored: `finish` says so. */
  add(evidence: Evidence): void {
    if (this.failure !== undefined) return;
    try {
      this.evidence.add(evidence);
    } catch (error) {
      this.failure = outputError(this.path, error);
    }
  }

  /**
   * Writes the reports, and removes those of an earlier run that it does not replace. Gives the paths of all files.
   *
   * @param reports text by file name.
   * @throws {ConfigurationError} where they cannot be written.
   */
  finish(reports: Readonly<Record<string, string>>): string[] {
    this.close();
    if (this.failure !== undefined) throw this.failure;
    const names = [...Object.keys(reports), fileNames.evidence];
    try {
      for (const [name, text] of Object.entries(reports)) writeFile(this.files, this.part(name), text);
      for (const name of names) this.files.rename(this.part(name), join(this.path, name));
      for (const name of replaceableNames) {
        if (!names.includes(name)) this.files.remove(join(this.path, name));
      }
    } catch (error) {
      throw outputError(this.path, error);
    }
    return names.map((name) => join(this.path, name));
  }

  /** Ends without reports. Never fails: there is an error to be told already. */
  abandon(): void {
    this.close();
    if (!this.evidence.isEmpty) return;
    try {
      this.files.remove(this.part(fileNames.evidence));
    } catch {
      // An empty file is left, which the next run replaces.
    }
  }

  private close(): void {
    try {
      this.evidence.close();
    } catch (error) {
      this.failure ??= outputError(this.path, error);
    }
  }

  private part(name: string): string {
    return join(this.path, `${name}.part`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EEXIST: 'something that is not a folder has this name',
  ENOENT: 'the folder is not there, or cannot be made',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of this path is not a folder',
  EPERM: 'you may not write there',
  EROFS: 'it is read-only',
};

/** The error for a folder of the reports that cannot be written. */
export function outputError(folder: string, error: unknown): ConfigurationError {
  const { code = '' } = error as NodeJS.ErrnoException;
  const reason = reasons[code] === undefined ? '' : `${reasons[code]}: `;
  return new ConfigurationError(
    `the reports cannot be written to ${folder} (${code}): ${reason}correct that, or give another --out`,
  );
}
