import type { Metadata } from '../../../contracts/metadata';
import { realClock } from '../../../targets/http/clock';
import type { Target } from '../../../targets/http/target';
import type { Network } from '../../../targets/http/transport';
import type { ServerSnapshot } from '../../../targets/snapshot/server-snapshot';
import { type FileOperation, MemoryFiles, type MemoryFilesOptions } from '../../machine/testing/memory-files';
import { MemoryMachine } from '../../machine/testing/memory-machine';
import { buildTarget } from '../../target/build-target';
import { JournalFile } from '../journal-file';

export const path = 'deep/out/journal.jsonl';

const network: Network = {
  clock: realClock,
  open: () => {
    throw new Error('nothing is sent here');
  },
};
const given = { projectId: 'p', token: 'secret-token', serverId: ['a', 'b'] };
export const target: Target = buildTarget(given, 'http://embedded.test', network);

const held = (id: string, metadata: Metadata = { kept: `as it was on ${id}` }): ServerSnapshot => ({
  server: { id, projectId: 'p', as: 'own' },
  version: 'v2.1',
  vmState: 'active',
  metadata,
});

/** The snapshots of the two servers that the user has named. */
export const snapshots = [held('a'), held('b', { 'of:the-user': 'ü\u{1F600}' })];

export function machineWith(options: MemoryFilesOptions = {}): MemoryMachine {
  return new MemoryMachine(network, new MemoryFiles(options));
}

export const journalOn = (machine: MemoryMachine) => new JournalFile(path, target, machine);

/** Makes one operation on one file fail with this code of Node. */
export const failsAt = (operation: FileOperation, at: string, code: string) => (done: FileOperation, file: string) =>
  done === operation && file === at ? code : undefined;

/** A run up to its last change. It has created two servers. */
export function begin(machine: MemoryMachine, journal = journalOn(machine)): JournalFile {
  journal.announceServers(['one', 'two']);
  for (const name of ['one', 'two']) {
    journal.requestingServer(name);
    journal.serverCreated(name, `id-of-${name}`);
  }
  journal.recordSnapshots([...snapshots, held('id-of-one')]);
  return journal;
}
