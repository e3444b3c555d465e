import { serverPath } from '../../contracts/http/route';
import { countNoun } from '../../contracts/text/count-noun';
import { acceptsMetadata } from '../../contracts/vm-states';
import { fileNames } from '../../reports/result/file-names';
import { ConfigurationError, TargetUnavailableError } from '../../targets/errors';
import { openClient } from '../../targets/http/client';
import { createSendingState, type SendingState } from '../../targets/http/sending-state';
import type { Target } from '../../targets/http/target';
import { MetadataApi, type Server } from '../../targets/metadata-api';
import { ServerFactory } from '../../targets/server-factory';
import { restoreVmState } from '../../targets/snapshot/restore-vm-state';
import { SnapshotStore, tokenFlag } from '../../targets/snapshot/snapshot-store';
import type { JournalContent, JournalSubject } from '../journal/journal-format';
import { notRemovedMessage, partPath, restoreCommand } from '../journal/journal-messages';
import { removeJournal } from '../journal/journal-store';
import { readJournal } from '../journal/read-journal';
import type { Console } from '../machine/console';
import type { Machine } from '../machine/machine';
import { fileIn } from '../machine/user-file';
import type { Settings } from '../settings/settings';
import { buildTarget } from '../target/build-target';
import { resolveCredentials } from '../target/resolve-credentials';

/**
 * Restores the servers of a killed run. Gives the exit code: 3 when a server could not be restored, or when the journal
 * is damaged and may be incomplete. Then the journal stays.
 *
 * @param given the journal, or its folder.
 * @throws {ConfigurationError} for a file that is not a journal, and for a token that is missing or rejected.
 */
export async function restore(settings: Settings, given: string, machine: Machine): Promise<number> {
  const { console, files } = machine;
  const path = fileIn(given, fileNames.journal, files);
  if (!files.exists(path) && files.exists(partPath(path))) return removeUnstarted(path, machine);
  const journal = readJournal(path, files);
  const { subject, held, made, damage } = journal;
  for (const sentence of damage) console.err(`NOT KNOWN: ${sentence}`);
  if (subject === undefined) printManualSteps(journal, console);
  else if (held.length + made.size > 0 && !(await restoreAll(journal, subject, settings, path, machine))) return 3;
  if (damage.length > 0) {
    console.err(`NOT KNOWN: ${path} is kept: check the servers of that run, then remove the file`);
    return 3;
  }
  return removeAndExit(path, machine);
}

/** A `.part` file was never renamed: its run has changed nothing. */
function removeUnstarted(path: string, machine: Machine): number {
  machine.console.out('there is nothing to restore: the run has ended before it changed anything');
  return removeAndExit(partPath(path), machine);
}

function removeAndExit(path: string, { console, files }: Machine): number {
  try {
    removeJournal(path, files);
    return 0;
  } catch (error) {
    console.err(`error: ${notRemovedMessage(path, error)}`);
    return 2;
  }
}

/** Without the head the target is unknown. */
function printManualSteps({ held, made }: JournalContent, console: Console): void {
  for (const { server, vmState, metadata } of held) {
    const words = `before the run its vm_state was ${vmState} and its metadata was ${JSON.stringify(metadata)}`;
    console.err(`NOT RESTORED: server ${server.id}: ${words}`);
  }
  for (const [name, id] of made) {
    console.err(`NOT RESTORED: server ${id ?? name}, created for the run, may be left over`);
  }
}

/** Restores everything in the journal, and prints the result. Gives whether everything is restored. */
async function restoreAll(
  journal: JournalContent,
  subject: JournalSubject,
  settings: Settings,
  path: string,
  machine: Machine,
): Promise<boolean> {
  const { console } = machine;
  const { held, made } = journal;
  const target = await targetOfJournal(journal, subject, settings, machine);
  const state = createSendingState(target.network.clock, target.maxRate);
  const client = openClient(target, { state });
  try {
    const api = new MetadataApi(client);
    await checkTokens(journal, target, api);
    const factory = new ServerFactory(api, target.projectId, target.vmStates.timeout);
    const complaints = [...(await restoreServers(journal, target, api, state)), ...(await factory.deleteAll(made))];
    for (const complaint of complaints) console.err(`NOT RESTORED: ${complaint}`);
    if (complaints.length > 0) {
      console.err(
        `NOT RESTORED: to try again, ${restoreCommand(path)}; remove ${path} when you have restored the rest by hand, or when those servers no longer exist`,
      );
      return false;
    }
    const deleted = made.size === 0 ? '' : `, ${countNoun(made.size, 'server')} of the run deleted`;
    console.out(`${countNoun(held.length, 'server')} restored${deleted}`);
    return true;
  } finally {
    client.close();
  }
}

/** Target and servers come from the journal; connection and token come from the settings. */
async function targetOfJournal(
  { held, made }: JournalContent,
  { target, projectId, hasProject = true }: JournalSubject,
  given: Settings,
  machine: Machine,
): Promise<Target> {
  const other = held.find(({ server }) => server.as === 'other')?.server;
  const named: Settings = {
    ...given,
    target,
    projectId,
    serverId: held.map(({ server }) => server.id),
    createServers: made.size,
    ...(other === undefined
      ? { otherToken: undefined, otherCloud: undefined, otherProjectId: undefined, otherServerId: undefined }
      : { otherProjectId: other.projectId, otherServerId: other.id }),
  };
  const settings = await resolveCredentials(named, machine);
  if (other !== undefined && settings.otherToken === undefined) {
    throw new ConfigurationError(
      `server ${other.id} belongs to the second project ${other.projectId}: give its token with --other-token or ECS_METADATA_OTHER_TOKEN, or its cloud with --other-cloud`,
    );
  }
  return { ...buildTarget(settings, target, machine.network, 'the target of the journal'), uriForm: { hasProject } };
}

/** An expired token fails for every server: so it is checked first, and reported once. */
async function checkTokens({ held, made }: JournalContent, target: Target, api: MetadataApi): Promise<void> {
  const [name = ''] = made.keys();
  const first: Server = { id: made.get(name) ?? name, projectId: target.projectId, as: 'own' };
  const servers = [...held.map(({ server }) => server), ...(made.size === 0 ? [] : [first])];
  for (const as of ['own', 'other'] as const) {
    const server = servers.find((each) => each.as === as);
    if (server === undefined) continue;
    const path = serverPath('v2.1', server.projectId, server.id);
    const status = await api.send({ method: 'GET', path, as }).then(
      (response) => response.status,
      // A target without a response is reported later, for each server.
      (error: unknown) => {
        if (!(error instanceof TargetUnavailableError)) throw error;
      },
    );
    if (status !== 401) continue;
    const identity = as === 'own' ? target.tokenProvider : target.otherTokenProvider;
    const remedy =
      identity === undefined
        ? `give a valid one with ${tokenFlag(server)}`
        : `check that ${target.url} belongs to the same cloud`;
    throw new ConfigurationError(`the target rejects the token (status 401), and nothing is restored yet: ${remedy}`);
  }
}

async function restoreServers(
  { held }: JournalContent,
  target: Target,
  api: MetadataApi,
  { health }: SendingState,
): Promise<string[]> {
  const snapshots = new SnapshotStore(api);
  for (const each of held) snapshots.add(each);
  return snapshots.restore({
    restoreVmState: (each) => restoreVmState(each, api, target.vmStates),
    // A killed run may have left a server locked. A server that was locked before is never tested.
    lockOf: ({ id }) => held.some(({ server, vmState }) => server.id === id && acceptsMetadata(vmState)) && 'unknown',
    // A journal does not say what a killed run has sent.
    wasWritten: () => true,
    settleTime: () => health.settleTime,
  });
}
