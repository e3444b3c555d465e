import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Held, Journal } from '../targets/held';
import { mapWords } from '../targets/map-difference';
import type { Target } from '../targets/target';
import { unwritable } from './unwritable';
import { UsageError } from './usage-error';

export const journalFormat = 'ecs-metadata-conformance/journal/1';

/** A line of a journal. There is never a token in one. */
export type JournalEntry =
  | {
      readonly kind: 'journal';
      readonly format: typeof journalFormat;
      readonly target: string;
      readonly projectId: string;
      readonly otherProjectId?: string;
      /** Whether the URIs of the target name the project, as those of the page. */
      readonly hasProject?: boolean;
    }
  | ({ readonly kind: 'held' } & Held)
  /** Written before a server of this name is asked for, and again once its id is known. */
  | { readonly kind: 'making'; readonly name: string; readonly id?: string };

/**
 * What must be put back after a run, as JSON Lines on the disk. It is there from before the first change until
 * everything is put back; each line is written through to the disk before what it announces is done.
 */
export class JournalFile implements Journal {
  private file: number | undefined;
  private told: readonly string[] = [];
  private readonly made = new Set<string>();
  private isComplete = true;

  /** @throws {UsageError} where an earlier run has left one: its servers are not as they were. */
  constructor(
    readonly path: string,
    private readonly target: Target,
  ) {
    if (existsSync(path)) throw leftBehind(path);
  }

  held(all: readonly Held[]): readonly Held[] {
    const own = all.filter(({ server }) => !this.made.has(server.id));
    this.told = own.map(
      ({ server, metadata }) =>
        `server ${server.id} may be changed; before the run its metadata was ${mapWords(metadata)}`,
    );
    this.append(own.map((held) => ({ kind: 'held', ...held })));
    return own;
  }

  /** A server is about to be made, or has been given this id. */
  making(name: string, id?: string): void {
    if (id === undefined) this.told = [...this.told, `server ${name}, made for this run, may be left over`];
    else this.made.add(id);
    this.append([{ kind: 'making', name, ...(id === undefined ? {} : { id }) }]);
  }

  /** The complaints are told by whoever conducted the run; what is left to say at its end is the command. */
  putBack(complaints: readonly string[]): void {
    this.told = [];
    this.isComplete &&= complaints.length === 0;
    if (this.made.size === 0) this.end();
  }

  /** The servers made for the run are gone, but for those complained of. */
  deleted(complaints: readonly string[]): void {
    this.told = [];
    this.isComplete &&= complaints.length === 0;
    this.end();
  }

  private end(): void {
    if (this.file === undefined || !this.isComplete) return;
    closeSync(this.file);
    this.file = undefined;
    rmSync(this.path);
    process.off('exit', this.lastWords);
  }

  /** However the process ends, its user is told what it leaves behind. */
  private readonly lastWords = () => {
    for (const line of this.told) process.stderr.write(`NOT PUT BACK: ${line}\n`);
    process.stderr.write(`NOT PUT BACK: to put back what this run has left, ${restoreWords(this.path)}\n`);
  };

  private append(entries: readonly JournalEntry[]): void {
    try {
      const isNew = this.file === undefined;
      this.file ??= this.begin();
      const { url, projectId, otherProjectId, uriForm } = this.target;
      const head: JournalEntry = {
        kind: 'journal',
        format: journalFormat,
        target: url,
        projectId,
        hasProject: uriForm.hasProject,
        ...(otherProjectId === undefined ? {} : { otherProjectId }),
      };
      for (const entry of isNew ? [head, ...entries] : entries) writeSync(this.file, `${JSON.stringify(entry)}\n`);
      fsyncSync(this.file);
      if (isNew) syncFolder(dirname(this.path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw leftBehind(this.path);
      throw unwritable(dirname(this.path), error);
    }
  }

  private begin(): number {
    mkdirSync(dirname(this.path), { recursive: true });
    const file = openSync(this.path, 'wx', 0o600);
    process.on('exit', this.lastWords);
    return file;
  }
}

export function restoreWords(path: string): string {
  return `run: ecs-metadata-conformance restore ${path}`;
}

function leftBehind(path: string): UsageError {
  return new UsageError(
    `${path} is there: a run is under way, or ended before its servers were put back; ${restoreWords(path)}, or remove it`,
  );
}

/** A file is only there after a power cut if its folder was written as well. */
function syncFolder(path: string): void {
  // Windows opens no folder, and needs it not.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
