import fc from 'fast-check';
import { ConfigurationError } from '../../targets/errors';
import type { FileOperation } from '../machine/testing/memory-files';
import { readJournal } from './read-journal';
import { begin, failsAt, journalOn, machineWith, path, snapshots } from './testing/journal-fixture';

test('the whole journal survives a crash, however few bytes the disk takes at a time', () => {
  const machine = machineWith({ writesAtOnce: () => 7 });
  begin(machine);
  machine.files.crash();
  expect(machine.files.paths).toEqual([path]);
  expect(machine.files.read(path).toString()).not.toContain('secret-token');
  expect(readJournal(path, machine.files)).toMatchObject({
    subject: { target: 'http://embedded.test', projectId: 'p', hasProject: true },
    held: snapshots,
    made: new Map([
      ['one', 'id-of-one'],
      ['two', 'id-of-two'],
    ]),
    damage: [],
  });
});

test('a disk that is full before the first change leaves no journal and no message', () => {
  for (let capacity = 0; capacity < 300; capacity += 1) {
    const machine = machineWith({ capacity });
    expect(() => journalOn(machine).recordSnapshots(snapshots)).toThrow(
      new ConfigurationError(
        `the journal ${path} cannot be written (ENOSPC), so nothing was changed: correct that, or give another --out`,
      ),
    );
    machine.exit();
    expect(machine.output).toEqual({ out: '', err: '' });
    expect(machine.files.paths).toEqual([]);
    machine.files.capacity = Number.POSITIVE_INFINITY;
    journalOn(machine).recordSnapshots(snapshots);
    expect(readJournal(path, machine.files).damage).toEqual([]);
  }
});

test('a disk that fills up later ends the run before its next change, and the journal stays valid', () => {
  const whole = machineWith();
  begin(whole);
  const most = whole.files.used;
  for (let capacity = 300; capacity < most; capacity += 1) {
    const machine = machineWith({ capacity });
    const journal = journalOn(machine);
    let isBegun = false;
    expect(() => {
      journal.announceServers(['one', 'two']);
      isBegun = true;
      begin(machine, journal);
    }).toThrow(
      /^the journal \S+ cannot be written \(ENOSPC\), so (nothing was changed|the run ends): correct that, or give another --out$/,
    );
    expect(machine.files.paths).toEqual(isBegun ? [path] : []);
    if (isBegun) expect(readJournal(path, machine.files)).toMatchObject({ held: [], damage: [] });
  }
});

test.each<[FileOperation, string]>([
  ['makeFolder', 'deep/out'],
  ['open', `${path}.part`],
  ['write', `${path}.part`],
  ['sync', `${path}.part`],
  ['close', `${path}.part`],
  ['rename', `${path}.part`],
  ['syncFolder', 'deep/out'],
  ['syncFolder', '.'],
])('a failed %s before the first change is reported, and the next run can start', (operation, at) => {
  const machine = machineWith();
  machine.files.fails = failsAt(operation, at, 'EIO');
  expect(() => journalOn(machine).recordSnapshots(snapshots)).toThrow(
    /cannot be written \(EIO\), so nothing was changed: correct that/,
  );
  machine.exit();
  expect(machine.output.err).toBe('');
  expect(machine.files.paths).toEqual([]);
  machine.files.fails = () => undefined;
  journalOn(machine).recordSnapshots(snapshots);
});

test('an incomplete journal that cannot be removed is named', () => {
  const machine = machineWith();
  machine.files.fails = (operation, at) =>
    operation === 'write' ? 'ENOSPC' : operation === 'remove' && at === `${path}.part` ? 'EACCES' : undefined;
  expect(() => journalOn(machine).recordSnapshots(snapshots)).toThrow(
    `so nothing was changed: correct that, or give another --out; ${path}.part cannot be removed either (EACCES): remove it by hand, there is nothing to restore`,
  );
});

test.each<FileOperation>(['open', 'write', 'sync', 'close', 'rename'])(
  'a failed %s after servers were created leaves the earlier journal unchanged',
  (operation) => {
    const machine = machineWith();
    const journal = journalOn(machine);
    journal.announceServers(['one']);
    machine.files.fails = failsAt(operation, `${path}.next`, 'EROFS');
    expect(() => journal.serverCreated('one', 'id')).toThrow(
      /cannot be written \(EROFS\), so the run ends: correct that/,
    );
    expect(machine.files.paths).toEqual([path]);
    expect(readJournal(path, machine.files)).toMatchObject({ made: new Map([['one', undefined]]), damage: [] });
  },
);

test('a crash at any moment leaves a valid journal, or none', () => {
  const steps: number[] = [];
  const counted = machineWith();
  counted.files.fails = () => void steps.push(0);
  begin(counted);
  fc.assert(
    fc.property(fc.nat(steps.length - 1), fc.nat(4), fc.nat(900), (at, names, bytes) => {
      const machine = machineWith();
      let done = 0;
      machine.files.fails = () => {
        if (done === at) throw new Error('the power is gone');
        done += 1;
        return undefined;
      };
      expect(() => begin(machine)).toThrow();
      machine.files.fails = () => undefined;
      machine.files.crash({ names, bytes });
      const isThere = machine.files.exists(path);
      return !isThere || readJournal(path, machine.files).damage.length === 0;
    }),
    { numRuns: 2_000 },
  );
});

test('the journal is removed without a message when everything is restored and deleted', () => {
  const machine = machineWith();
  const journal = begin(machine);
  journal.recordRestore([]);
  expect(machine.files.paths).toEqual([path]);
  journal.deletionEnded([]);
  machine.exit();
  expect(machine.files.paths).toEqual([]);
  expect(machine.output).toEqual({ out: '', err: '' });
  expect(journal.hasLeftovers).toBe(false);
});
