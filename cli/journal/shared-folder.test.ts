import { ConfigurationError } from '../../targets/errors';
import type { MemoryFiles } from '../machine/testing/memory-files';
import { JournalFile } from './journal-file';
import { readJournal } from './read-journal';
import { begin, failsAt, journalOn, machineWith, path, snapshots, target } from './testing/journal-fixture';

test('a removed folder causes no message when everything is restored', () => {
  const machine = machineWith();
  const journal = begin(machine);
  machine.files.removeFolder('deep');
  journal.recordRestore([]);
  journal.deletionEnded([]);
  machine.exit();
  expect(machine.output.err).toBe('');
});

test('a journal that was removed or changed ends the run before it creates more servers', () => {
  for (const damage of [
    (files: MemoryFiles) => files.removeFolder('deep'),
    (files: MemoryFiles) => files.put(path, 'something else'),
  ]) {
    const machine = machineWith();
    const journal = journalOn(machine);
    journal.announceServers(['one']);
    damage(machine.files);
    expect(() => journal.serverCreated('one', 'id')).toThrow(
      /(cannot be written \(ENOENT\)|another process has changed the journal \S+), so the run ends/,
    );
  }
});

test('the journal of another run is not removed', () => {
  const machine = machineWith();
  const journal = begin(machine);
  machine.files.put(path, 'of another run');
  journal.recordRestore([]);
  journal.deletionEnded([]);
  expect(machine.files.read(path).toString()).toBe('of another run');
});

test('a journal that cannot be removed is named, and the exit code stays', () => {
  const machine = machineWith();
  const journal = begin(machine);
  journal.recordRestore([]);
  machine.files.fails = failsAt('remove', path, 'EROFS');
  journal.deletionEnded([]);
  machine.exit();
  expect(machine.output.err).toBe(
    `everything is restored, but the journal ${path} cannot be removed (EROFS): remove it by hand before the next run, and do not restore from it\n`,
  );
  expect(journal.hasLeftovers).toBe(false);
});

test('only one of two runs that start together gets the journal, at any step', () => {
  const steps: number[] = [];
  const counted = machineWith();
  const alone = journalOn(counted);
  counted.files.fails = () => void steps.push(0);
  alone.recordSnapshots(snapshots);
  for (const at of steps.keys()) {
    const machine = machineWith();
    const first = journalOn(machine);
    const second = new JournalFile(path, { ...target, projectId: 'of the second' }, machine);
    let done = -1;
    const begun: string[] = [];
    machine.files.fails = () => {
      done += 1;
      if (done !== at) return undefined;
      machine.files.fails = () => undefined;
      attempt(
        () => second.recordSnapshots(snapshots),
        () => begun.push('of the second'),
      );
      return undefined;
    };
    attempt(
      () => first.recordSnapshots(snapshots),
      () => begun.push('p'),
    );
    expect(begun).toHaveLength(1);
    expect(readJournal(path, machine.files)).toMatchObject({ subject: { projectId: begun[0] }, damage: [] });
  }
});

test('the journal of an earlier run stops the next run', () => {
  const machine = machineWith();
  journalOn(machine).recordSnapshots(snapshots);
  expect(() => journalOn(machine)).toThrow(/journal.jsonl exists: .* run: npx ecs-metadata-conformance restore deep/);
  const begun = machineWith();
  begun.files.put(`${path}.part`, '');
  expect(() => journalOn(begun)).toThrow(/journal.jsonl.part exists: .* before it changed anything/);
});

function attempt(work: () => void, succeeded: () => void): void {
  try {
    work();
    succeeded();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
  }
}
