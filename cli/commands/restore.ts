import { serverPath } from '../../contracts/http/route';
import { acceptsMetadata } from '../../contracts/vm-states';
import { TargetUnavailableError } from '../../targets/errors';
import { openClient } from '../../targets/http/client';
import { createSendingState, type SendingState } from '../../targets/http/sending-state';
import type { Target } from '../../targets/http/target';
import { MetadataApi, type Server } from '../../targets/metadata-api';
import { ServerFactory } from '../../targets/server-factory';
import { restoreVmState } from '../../targets/snapshot/restore-vm-state';
import { SnapshotStore, tokenFlag } from '../../targets/snapshot/snapshot-store';
import { notRemovedMessage, partPath, removeJournal, restoreCommand } from '../journal/journal-file';
import type { JournalContent, JournalSubject } from '../journal/journal-format';
import { readJournal } from '../journal/read-journal';
import { ConfigurationError } from '../machine/configuration-error';
import type { Console } from '../machine/console';
import type { Machine } from '../machine/machine';
import type { Settings } from '../settings/settings';
import { buildTarget } from '../target/build-target';
import { resolveCredentials } from '../target/resolve-credentials';

/**
 * Puts back what a run has left behind that was killed. Gives the exit code: 3 where something could not be, or where
 * the journal is damaged, so that nobody knows whether that is all. Then it stays.
 *
 * @throws {ConfigurationError} for a journal that is none, and for a token that is missing or not accepted.
 */
export async function restore(settings: Settings, path: string, machine: Machine): Promise<number> {
  const { console, files } = machine;
  if (!files.exists(path) && files.exists(partPath(path))) return removeUnstarted(path, machine);
  const journal = readJournal(path, files);
  const { subject, held, made, damage } = journal;
  for (const sentence of damage) console.err(`NOT KNOWN: ${sentence}`);
  if (subject === undefined) printManualSteps(journal, console);
  else if (held.length + made.size > 0 && !(await restoreAll(journal, subject, settings, path, machine))) return 3;
  if (damage.length > 0) {
    console.err(`NOT KNOWN: ${path} stays: once you have looked after the servers of that run, remove it`);
    return 3;
  }
  return removeAndExit(path, machine);
}

/** A first journal that never got its name was not whole: its run has changed nothing. */
function removeUnstarted(path: string, machine: Machine): number {
  machine.console.out('nothing is to be put back: the run ended before it had changed anything');
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

/** Without the head nobody knows which target it is about. */
function printManualSteps({ held, made }: JournalContent, console: Console): void {
  for (const { server, vmState, metadata } of held) {
    const words = `before the run it was ${vmState} and its metadata was ${JSON.stringify(metadata)}`;
    console.err(`NOT PUT BACK: server ${server.id}: ${words}`);
  }
  for (const [name, id] of made) {
    console.err(`NOT PUT BACK: server ${id ?? name}, made for the run, may be left over`);
  }
}

/** Puts back all that the journal knows, and tells how that ended. Gives whether all of it is. */
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
    const maker = new ServerFactory(api, target.projectId, target.vmStates.timeout);
    const complaints = [...(await restoreServers(journal, target, api, state)), ...(await maker.deleteAll(made))];
    for (const complaint of complaints) console.err(`NOT PUT BACK: ${complaint}`);
    if (complaints.length > 0) {
      console.err(
        `NOT PUT BACK: to try again, ${restoreCommand(path)}; once you have put back the rest by hand, or it is gone for good, remove ${path}`,
      );
      return false;
    }
    const gone = made.size === 0 ? '' : `, and of the ${made.size} that it was to make none is left`;
    console.out(`${held.length} servers are as they were before the run${gone}`);
    return true;
  } finally {
    client.close();
  }
}

/** The journal says which target and which servers; how to get there, and by what right, the user says again. */
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
    // The variable of the environment is about runs: a restore changes no other server.
    vmState: undefined,
    ...(other === undefined
      ? { otherToken: undefined, otherCloud: undefined, otherProjectId: undefined, otherServerId: undefined }
      : { otherProjectId: other.projectId, otherServerId: other.id }),
  };
  const settings = await resolveCredentials(named, machine);
  if (other !== undefined && settings.otherToken === undefined) {
    throw new ConfigurationError(
      `server ${other.id} is of a second project, ${other.projectId}: give its token with --other-token or ECS_METADATA_OTHER_TOKEN, or name its cloud with --other-cloud`,
    );
  }
  return { ...buildTarget(settings, target, machine.network, 'the target of the journal'), uriForm: { hasProject } };
}

/** A token that has expired since the run fails for every server: that is said once, and nothing is tried. */
async function checkTokens({ held, made }: JournalContent, target: Target, api: MetadataApi): Promise<void> {
  const [name = ''] = made.keys();
  const first: Server = { id: made.get(name) ?? name, projectId: target.projectId, as: 'own' };
  const servers = [...held.map(({ server }) => server), ...(made.size === 0 ? [] : [first])];
  for (const as of ['own', 'other'] as const) {
    const server = servers.find((each) => each.as === as);
    if (server === undefined) continue;
    const path = serverPath('v2.1', server.projectId, server.id);
    const status = await api.send({ method: 'GET', path, as }).then(
      (answer) => answer.status,
      // A target that does not answer is told of later, for each server.
      (error: unknown) => {
        if (!(error instanceof TargetUnavailableError)) throw error;
      },
    );
    if (status !== 401) continue;
    const identity = as === 'own' ? target.tokenProvider : target.otherTokenProvider;
    const mend =
      identity === undefined ? `give a valid one with ${tokenFlag(server)}` : `is ${target.url} of the same cloud?`;
    throw new ConfigurationError(
      `the target does not accept the token (status 401), and nothing was put back yet: ${mend}`,
    );
  }
}

async function restoreServers(
  { held }: JournalContent,
  target: Target,
  api: MetadataApi,
  { health }: SendingState,
): Promise<string[]> {
  const keeper = new SnapshotStore(api);
  for (const each of held) keeper.add(each);
  return keeper.restore({
    restoreVmState: (each) => restoreVmState(each, api, target.vmStates),
    // The run may have been killed while it had a server locked. One that was locked before it could not be examined.
    lockOf: ({ id }) => held.some(({ server, vmState }) => server.id === id && acceptsMetadata(vmState)) && 'unknown',
    settleTime: () => health.settleTime,
  });
}
