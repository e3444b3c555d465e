import type { Target } from '../../targets/http/target';
import { formatMetadata, type Journal, type ServerSnapshot } from '../../targets/snapshot/server-snapshot';
import type { Machine } from '../machine/machine';
import { formatJournal } from './journal-format';
import { notRemovedMessage, restoreCommand } from './journal-messages';
import { ignoreErrors, JournalStore } from './journal-store';

/**
 * The journal of a run: which servers it changes and creates, and how to restore them. The file exists from before the
 * first change until everything is restored.
 */
export class JournalFile implements Journal {
  private readonly store: JournalStore;
  private removeExitHandler: () => void = () => undefined;
  /** Names of the servers that the run creates, and their ids once they are known. */
  private readonly temporaryServers = new Map<string, string | undefined>();
  private changed: readonly ServerSnapshot[] = [];
  /** Leftovers that have not been printed yet, for the end of the process. */
  private readonly unreported = { created: new Set<string>(), changed: [] as readonly string[] };
  private isComplete = true;

  /** @throws {ConfigurationError} when an earlier run has left a journal: its servers are not restored. */
  constructor(
    readonly path: string,
    private readonly target: Target,
    private readonly machine: Machine,
  ) {
    this.store = new JournalStore(path, machine.files);
  }

  /** True if a server could not be restored or deleted. */
  get hasLeftovers(): boolean {
    return !this.isComplete;
  }

  /**
   * Records the names of the servers that the run is about to create.
   *
   * @throws {ConfigurationError} when the journal cannot be written: then no server may be created.
   */
  announceServers(names: readonly string[]): void {
    for (const name of names) this.temporaryServers.set(name, undefined);
    this.write();
  }

  /** The request that creates this server is about to be sent. */
  requestingServer(name: string): void {
    this.unreported.created.add(name);
  }

  /**
   * Records the id of a created server.
   *
   * @throws {ConfigurationError} when the journal cannot be written: it still has the name of the server.
   */
  serverCreated(name: string, id: string): void {
    this.temporaryServers.set(name, id);
    this.write();
  }

  serverDeleted(name: string): void {
    this.unreported.created.delete(name);
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

  /** The complaints of `recordRestore` are printed: the end of the process prints the command alone. */
  complaintsPrinted(): void {
    this.unreported.changed = [];
  }

  /**
   * The created servers are deleted, except those of the complaints.
   *
   * @param complaints are printed already.
   */
  deletionEnded(complaints: readonly string[]): void {
    this.unreported.created.clear();
    this.isComplete &&= complaints.length === 0;
    this.end();
  }

  /** Never throws: the reports come after it. */
  private end(): void {
    if (!this.store.isWritten || !this.isComplete) return;
    this.removeExitHandler();
    try {
      this.store.remove();
    } catch (error) {
      this.machine.console.err(notRemovedMessage(this.path, error));
    }
  }

  /** Prints the leftovers at the end of the process, however it ends. */
  private readonly onExit = () => {
    const { console } = this.machine;
    const created = [...this.unreported.created].map(
      (name) => `server ${this.describe(name)}, created for this run, may be left over`,
    );
    for (const line of [...this.unreported.changed, ...created]) console.err(`NOT RESTORED: ${line}`);
    const isUnchanged = ignoreErrors(() => this.store.isUnchanged()) === true;
    const remedy = isUnchanged
      ? `to restore the servers of this run, ${restoreCommand(this.path)}`
      : `${this.path} is removed or changed, so the command restore cannot use it: restore the servers by hand`;
    console.err(`NOT RESTORED: ${remedy}`);
  };

  private describe(name: string): string {
    const id = this.temporaryServers.get(name);
    return id === undefined ? name : `${id} (${name})`;
  }

  private write(): void {
    const { url: target, projectId, otherProjectId, uriForm } = this.target;
    const { hasProject } = uriForm;
    const subject = { target, projectId, ...(otherProjectId === undefined ? {} : { otherProjectId }), hasProject };
    const isFirst = !this.store.isWritten;
    this.store.write(formatJournal(subject, this.temporaryServers, this.changed));
    if (isFirst) this.removeExitHandler = this.machine.atExit(this.onExit);
  }
}
