import { countNoun } from '../../contracts/text/count-noun';
import { ConfigurationError, ServerCreationError, TargetUnavailableError } from '../../targets/errors';
import { type HttpClient, openClient } from '../../targets/http/client';
import { Credentials } from '../../targets/http/credentials';
import { createSendingState } from '../../targets/http/sending-state';
import type { Target } from '../../targets/http/target';
import { MetadataApi } from '../../targets/metadata-api';
import { ServerFactory, type ServerSpec } from '../../targets/server-factory';
import type { JournalFile } from '../journal/journal-file';
import type { Machine } from '../machine/machine';
import type { Settings } from '../settings/settings';

export interface TemporaryServersOptions {
  readonly count: number;
  readonly spec: ServerSpec;
  readonly journal: JournalFile;
  readonly machine: Machine;
}

/**
 * Creates servers, calls `work` with them, and deletes them in any case: a signal ends the creation and the work, not the
 * deletion. One more server is created and deleted first: there is no other way to the vm_state deleted.
 */
export async function withTemporaryServers<Result>(
  target: Target,
  { count, spec, journal, machine }: TemporaryServersOptions,
  work: (target: Target) => Promise<Result>,
): Promise<Result> {
  const signal = machine.abortSignal();
  const { clock } = target.network;
  const creating = createSendingState(clock, target.maxRate, signal);
  const deleting = createSendingState(clock, target.maxRate);
  const creatingClient = openClient(target, { state: creating });
  const deletingClient = openClient(target, { state: deleting });
  const makerOn = (each: HttpClient) =>
    new ServerFactory(new MetadataApi(each), target.projectId, target.vmStates.timeout);
  const maker = makerOn(creatingClient);
  const made = new TemporaryServers(journal, machine);
  const { fixed } = target.vmStates;
  try {
    const making = async () => {
      const ids = await made.create(count + (fixed.deleted === undefined ? 1 : 0), spec, maker, signal);
      const [deleted] = ids.slice(count);
      // Some clouds keep deleted servers for a while: then the vm_state is soft-delete.
      const all = deleted === undefined ? fixed : { [await maker.delete(deleted, signal)]: deleted, ...fixed };
      return { serverIds: [...target.serverIds, ...ids.slice(0, count)], vmStates: { ...target.vmStates, fixed: all } };
    };
    const named = await making().catch((error: Error) => {
      throw signal.aborted && error instanceof TargetUnavailableError
        ? interruptedError()
        : creationError(error, new Credentials(target));
    });
    return await work({ ...target, ...named });
  } finally {
    deleting.health.hasResponded = creating.health.hasResponded;
    await made.deleteAll(makerOn(deletingClient), () =>
      Math.max(creating.health.settleTime, deleting.health.settleTime),
    );
    creatingClient.close();
    deletingClient.close();
  }
}

function interruptedError(): TargetUnavailableError {
  return new TargetUnavailableError('the run was interrupted before its checks began, so there are no reports');
}

function creationError(error: Error, keys: Credentials): Error {
  if (!(error instanceof ServerCreationError)) return error;
  // The message quotes the target.
  const words = keys.redactor.text(error.message);
  return new ConfigurationError(`${words}: check --image, --flavor, --network and the quota of the project`);
}

class TemporaryServers {
  /** Names of the requested servers, and their ids once they are known. */
  private readonly requested = new Map<string, string | undefined>();

  constructor(
    private readonly journal: JournalFile,
    private readonly machine: Machine,
  ) {}

  /**
   * Creates servers, and waits until they are active. Gives their ids.
   *
   * @throws {ServerCreationError} when the target rejects a request.
   */
  async create(count: number, spec: ServerSpec, maker: ServerFactory, signal: AbortSignal): Promise<string[]> {
    const run = this.machine.uniqueId();
    const names = Array.from({ length: count }, (_, index) => `ecs-metadata-conformance-${run}-${index + 1}`);
    this.journal.announceServers(names);
    this.machine.console.err(`creating ${countNoun(count, 'server')}`);
    const ids: string[] = [];
    for (const name of names) {
      if (signal.aborted) throw interruptedError();
      this.requested.set(name, undefined);
      this.journal.requestingServer(name);
      const id = await maker.create(name, spec);
      this.requested.set(name, id);
      this.journal.serverCreated(name, id);
      ids.push(id);
    }
    for (const id of ids) await maker.waitUntilActive(id, signal);
    return ids;
  }

  async deleteAll(maker: ServerFactory, unrest: () => number): Promise<void> {
    const { console } = this.machine;
    if (this.requested.size > 0) console.err(`deleting ${countNoun(this.requested.size, 'server')}`);
    const complaints = await maker.deleteAll(this.requested, (name) => this.journal.serverDeleted(name), unrest);
    for (const complaint of complaints) console.err(`NOT RESTORED: ${complaint}`);
    this.journal.deletionEnded(complaints);
  }
}

/**
 * The image, the flavor and the network of the servers to create; undefined when none are to be created.
 *
 * @throws {ConfigurationError} when image or flavor is missing.
 */
export function parseServerSpec({ createServers = 0, image, flavor, network }: Settings): ServerSpec | undefined {
  if (createServers === 0) return undefined;
  if (image === undefined || flavor === undefined) {
    throw new ConfigurationError('--create-servers needs an image and a flavor: give --image and --flavor');
  }
  return { image, flavor, ...(network === undefined ? {} : { network }) };
}
