import { dirname } from 'node:path';
import type { Target } from '../../targets/http/target';
import { formatMetadata, type Journal, type ServerSnapshot } from '../../targets/snapshot/server-snapshot';
import { ConfigurationError } from '../machine/configuration-error';
import { type Files, makeFolderSynced, writeSynced } from '../machine/files';
import type { Machine } from '../machine/machine';
import { formatJournal } from './journal-format';

const onlyOwner = 0o600;

/**
 * The journal: a file that says how to put back what a run changes. It is there from before the first change until
 * everything is put back.
 * It is always written whole, under another name, and renamed once it is on the disk: a journal that is not whole was
 * spoiled later. The first one is called `.part` until then, which no two runs can have at a time: where only that is
 * there, nothing was changed.
 */
export class JournalFile implements Journal {
  /** What is on the disk, as far as this run knows. */
  private text: string | undefined;
  private removeExitHandler: () => void = () => undefined;
  /** Servers that the run makes, with their ids as far as they are known. */
  private readonly temporaryServers = new Map<string, string | undefined>();
  private changed: readonly ServerSnapshot[] = [];
  /** What is to be said where the process ends now. */
  private readonly unreported = { made: new Set<string>(), changed: [] as readonly string[] };
  private isComplete = true;

  /** @throws {ConfigurationError} where an earlier run has left one: its servers are not as they were. */
  constructor(
    readonly path: string,
    private readonly target: Target,
    private readonly machine: Machine,
  ) {
    if (machine.files.exists(path)) throw journalExistsError(path);
    if (machine.files.exists(partPath(path))) throw otherRunStartsError(path);
  }

  /** Whether something could not be put back or deleted. */
  get hasLeftovers(): boolean {
    return !this.isComplete;
  }

  /**
   * Servers of these names are about to be made.
   *
   * @throws {ConfigurationError} where that cannot be written: none may be made then.
   */
  announceServers(names: readonly string[]): void {
    for (const name of names) this.temporaryServers.set(name, undefined);
    this.write();
  }

  /** One of them is asked for now. */
  requestingServer(name: string): void {
    this.unreported.made.add(name);
  }

  /**
   * It has been given this id.
   *
   * @throws {ConfigurationError} where that cannot be written: the journal knows it by its name.
   */
  serverCreated(name: string, id: string): void {
    this.temporaryServers.set(name, id);
    this.write();
  }

  /** It is gone again. */
  serverDeleted(name: string): void {
    this.unreported.made.delete(name);
  }

  recordSnapshots(all: readonly ServerSnapshot[]): readonly ServerSnapshot[] {
    const ids = new Set(this.temporaryServers.values());
    this.changed = all.filter(({ server }) => !ids.has(server.id));
    if (this.changed.length > 0) this.write();
    this.unreported.changed = this.changed.map(
      ({ server, metadata }) =>
        `server ${server.id} may be changed; before the run its metadata was ${formatMetadata(metadata)}`,
    );
    return this.changed;
  }

  recordRestore(complaints: readonly string[]): void {
    this.unreported.changed = complaints;
    this.isComplete &&= complaints.length === 0;
    if (this.temporaryServers.size === 0) this.end();
  }

  /** The complaints of `putBack` have been said: what is left to say at the end of the process is the command. */
  complaintsPrinted(): void {
    this.unreported.changed = [];
  }

  /**
   * The servers made for the run are gone, but for those complained of.
   *
   * @param complaints have been said.
   */
  deletionEnded(complaints: readonly string[]): void {
    this.unreported.made.clear();
    this.isComplete &&= complaints.length === 0;
    this.end();
  }

  /** Never fails: what comes after it, as the reports, must be done in any case. */
  private end(): void {
    if (this.text === undefined || !this.isComplete) return;
    this.removeExitHandler();
    const { files, console } = this.machine;
    try {
      // One that is another run's is left to that.
      if (!files.exists(this.path) || !this.isUnchanged()) return;
      removeJournal(this.path, files);
    } catch (error) {
      console.err(`${notRemovedMessage(this.path, error)}`);
    } finally {
      this.text = undefined;
    }
  }

  /** However the process ends, its user is told what it leaves behind. */
  private readonly onExit = () => {
    const { console } = this.machine;
    const made = [...this.unreported.made].map(
      (name) => `server ${this.nameOf(name)}, made for this run, may be left over`,
    );
    for (const line of [...this.unreported.changed, ...made]) console.err(`NOT PUT BACK: ${line}`);
    const isThere = ignoreErrors(() => this.isUnchanged()) === true;
    const mend = isThere
      ? `to put back what this run has left, ${restoreCommand(this.path)}`
      : `${this.path} is gone or was changed, so restore cannot put back what this run has left: do it by hand`;
    console.err(`NOT PUT BACK: ${mend}`);
  };

  private nameOf(name: string): string {
    const id = this.temporaryServers.get(name);
    return id === undefined ? name : `${id} (${name})`;
  }

  private isUnchanged(): boolean {
    return this.machine.files.read(this.path).toString('utf8') === this.text;
  }

  private write(): void {
    const { url: target, projectId, otherProjectId, uriForm } = this.target;
    const { hasProject } = uriForm;
    const subject = { target, projectId, ...(otherProjectId === undefined ? {} : { otherProjectId }), hasProject };
    const text = formatJournal(subject, this.temporaryServers, this.changed);
    if (this.text === undefined) this.begin(text);
    else this.replace(text);
  }

  private begin(text: string): void {
    const { files } = this.machine;
    const { path } = this;
    const part = partPath(path);
    let own: string | undefined;
    try {
      makeFolderSynced(files, dirname(path));
      const file = files.open(part, 'new', onlyOwner);
      own = part;
      writeSynced(file, text);
      // Another run may have begun since this one has looked.
      if (files.exists(path)) throw journalExistsError(path);
      files.rename(part, path);
      own = path;
      files.syncFolder(dirname(path));
    } catch (error) {
      const left = own === undefined ? '' : this.cleared(own);
      if (error instanceof ConfigurationError) throw error;
      if (own === undefined && ignoreErrors(() => files.exists(part))) throw otherRunStartsError(path);
      throw new ConfigurationError(
        `${notWrittenMessage(path, error)}, so nothing was changed: mend that, or give another --out${left}`,
      );
    }
    this.text = text;
    this.removeExitHandler = this.machine.atExit(this.onExit);
  }

  /** Removes a first journal that is of no use. Gives what to say where that fails. */
  private cleared(path: string): string {
    try {
      this.machine.files.remove(path);
      return '';
    } catch (error) {
      return `; ${path} cannot be removed either (${codeOf(error)}): remove it, there is nothing to be put back`;
    }
  }

  private replace(text: string): void {
    const { files } = this.machine;
    const { path } = this;
    const next = nextPath(path);
    try {
      if (!this.isUnchanged()) throw new ConfigurationError(`the journal ${path} was changed by somebody else`);
      writeSynced(files.open(next, 'anew', onlyOwner), text);
      files.rename(next, path);
      this.text = text;
      files.syncFolder(dirname(path));
    } catch (error) {
      ignoreErrors(() => files.remove(next));
      const reason = error instanceof ConfigurationError ? error.message : notWrittenMessage(path, error);
      throw new ConfigurationError(`${reason}, so the run ends: mend that, or give another --out`);
    }
  }
}

/** The name of a first journal until it is whole. */
export function partPath(path: string): string {
  return `${path}.part`;
}

/** That of a later one. */
function nextPath(path: string): string {
  return `${path}.next`;
}

/** @throws Node's error where it cannot be removed. */
export function removeJournal(path: string, files: Files): void {
  files.remove(path);
  ignoreErrors(() => files.remove(nextPath(path)));
  ignoreErrors(() => files.syncFolder(dirname(path)));
}

/** What is said where all is put back, and the journal cannot be removed. */
export function notRemovedMessage(path: string, error: unknown): string {
  return `all is put back, but the journal ${path} cannot be removed (${codeOf(error)}): remove it by hand before the next run, and do not restore from it`;
}

export function restoreCommand(path: string): string {
  return `run: ecs-metadata-conformance restore ${path}`;
}

function notWrittenMessage(path: string, error: unknown): string {
  return `the journal ${path} cannot be written (${codeOf(error)})`;
}

function journalExistsError(path: string): ConfigurationError {
  return new ConfigurationError(
    `${path} is there: a run is under way, or ended before its servers were put back; ${restoreCommand(path)}, or remove it`,
  );
}

function otherRunStartsError(path: string): ConfigurationError {
  return new ConfigurationError(
    `${partPath(path)} is there: another run begins in that folder just now, or ended before it had changed anything; if none is under way, remove it`,
  );
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

function ignoreErrors<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
