import fc from 'fast-check';
import type { Metadata } from '../../contracts/metadata';
import { ConfigurationError } from '../../targets/errors';
import { realClock } from '../../targets/http/clock';
import type { Target } from '../../targets/http/target';
import type { Network } from '../../targets/http/transport';
import type { ServerSnapshot } from '../../targets/snapshot/server-snapshot';
import { type FileOperation, MemoryFiles, type MemoryFilesOptions } from '../machine/testing/memory-files';
import { MemoryMachine } from '../machine/testing/memory-machine';
import { buildTarget } from '../target/build-target';
import { JournalFile } from './journal-file';
import { readJournal } from './read-journal';

const path = 'deep/out/journal.jsonl';
const network: Network = {
  clock: realClock,
  open: () => {
    throw new Error('nothing is sent here');
  },
};
const given = { projectId: 'p', token: 'secret-token', serverId: ['a', 'b'] };
const target: Target = buildTarget(given, 'http://embedded.test', network);
const held = (id: string, metadata: Metadata = { kept: `as it was on ${id}` }): ServerSnapshot => ({
  server: { id, projectId: 'p', as: 'own' },
  version: 'v2.1',
  vmState: 'active',
  metadata,
});
const both = [held('a'), held('b', { 'of:the-user': 'ü\u{1F600}' })];

function machineWith(options: MemoryFilesOptions = {}): MemoryMachine {
  return new MemoryMachine(network, new MemoryFiles(options));
}

const journalOn = (machine: MemoryMachine) => new JournalFile(path, target, machine);
const failsAt = (operation: FileOperation, at: string, code: string) => (done: FileOperation, file: string) =>
  done === operation && file === at ? code : undefined;

/** A run up to its last change. */
function begin(machine: MemoryMachine, journal = journalOn(machine)): JournalFile {
  journal.announceServers(['one', 'two']);
  for (const name of ['one', 'two']) {
    journal.requestingServer(name);
    journal.serverCreated(name, `id-of-${name}`);
  }
  journal.recordSnapshots([...both, held('id-of-one')]);
  return journal;
}

test('whatever a disk takes at a time, all of the journal is on it, and survives a crash', () => {
  const machine = machineWith({ writesAtOnce: () => 7 });
  begin(machine);
  machine.files.crash();
  expect(machine.files.paths).toEqual([path]);
  expect(machine.files.read(path).toString()).not.toContain('secret-token');
  expect(readJournal(path, machine.files)).toMatchObject({
    subject: { target: 'http://embedded.test', projectId: 'p', hasProject: true },
    held: both,
    made: new Map([
      ['one', 'id-of-one'],
      ['two', 'id-of-two'],
    ]),
    damage: [],
  });
});

test('a disk that is full before the first change: nothing is said to be left, and no journal is', () => {
  for (let capacity = 0; capacity < 300; capacity += 1) {
    const machine = machineWith({ capacity });
    expect(() => journalOn(machine).recordSnapshots(both)).toThrow(
      new ConfigurationError(
        `the journal ${path} cannot be written (ENOSPC), so nothing was changed: mend that, or give another --out`,
      ),
    );
    machine.exit();
    expect(machine.output).toEqual({ out: '', err: '' });
    expect(machine.files.paths).toEqual([]);
    machine.files.capacity = Number.POSITIVE_INFINITY;
    journalOn(machine).recordSnapshots(both);
    expect(readJournal(path, machine.files).damage).toEqual([]);
  }
});

test('a disk that fills up later ends the run before it makes or changes more, and the journal stays whole', () => {
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
      /^the journal \S+ cannot be written \(ENOSPC\), so (nothing was changed|the run ends): mend that, or give another --out$/,
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
])('%s fails before the first change: it is said, and the next run begins', (operation, at) => {
  const machine = machineWith();
  machine.files.fails = failsAt(operation, at, 'EIO');
  expect(() => journalOn(machine).recordSnapshots(both)).toThrow(
    /cannot be written \(EIO\), so nothing was changed: mend that/,
  );
  machine.exit();
  expect(machine.output.err).toBe('');
  expect(machine.files.paths).toEqual([]);
  machine.files.fails = () => undefined;
  journalOn(machine).recordSnapshots(both);
});

test('a journal that could not be completed, and cannot be removed either, is named', () => {
  const machine = machineWith();
  machine.files.fails = (operation, at) =>
    operation === 'write' ? 'ENOSPC' : operation === 'remove' && at === `${path}.part` ? 'EACCES' : undefined;
  expect(() => journalOn(machine).recordSnapshots(both)).toThrow(
    `so nothing was changed: mend that, or give another --out; ${path}.part cannot be removed either (EACCES): remove it by hand, there is nothing to restore`,
  );
});

test.each<FileOperation>(['open', 'write', 'sync', 'close', 'rename'])(
  '%s fails once servers are made: the journal that is there stays as it was',
  (operation) => {
    const machine = machineWith();
    const journal = journalOn(machine);
    journal.announceServers(['one']);
    machine.files.fails = failsAt(operation, `${path}.next`, 'EROFS');
    expect(() => journal.serverCreated('one', 'id')).toThrow(/cannot be written \(EROFS\), so the run ends: mend that/);
    expect(machine.files.paths).toEqual([path]);
    expect(readJournal(path, machine.files)).toMatchObject({ made: new Map([['one', undefined]]), damage: [] });
  },
);

test('at no moment can a crash leave a journal that is not whole', () => {
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

test('it goes once all is put back and deleted, and nothing is said', () => {
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

describe('a process that ends says what it leaves behind', () => {
  const command = `NOT RESTORED: to restore the servers of this run, run: ecs-metadata-conformance restore ${path}\n`;
  const saidAfter = (work: (journal: JournalFile, machine: MemoryMachine) => void) => {
    const machine = machineWith();
    work(begin(machine), machine);
    machine.exit();
    return machine.output.err
      .replaceAll('NOT RESTORED: ', '')
      .replace(command.replace('NOT RESTORED: ', ''), 'COMMAND');
  };

  test('while servers are made', () => {
    const machine = machineWith();
    const journal = journalOn(machine);
    journal.announceServers(['one', 'two', 'three']);
    journal.requestingServer('one');
    journal.serverCreated('one', 'id');
    journal.requestingServer('two');
    machine.exit();
    expect(machine.output.err).toBe(
      `NOT RESTORED: server id (one), created for this run, may be left over\nNOT RESTORED: server two, created for this run, may be left over\n${command}`,
    );
  });

  const ofMade = ['one', 'two'].map(
    (name) => `server id-of-${name} (${name}), created for this run, may be left over\n`,
  );

  test('during the run', () => {
    expect(saidAfter(() => undefined)).toBe(
      `server a may be changed; before the run its metadata was {"kept":"as it was on a"}\nserver b may be changed; before the run its metadata was {"of:the-user":"ü\u{1F600}"}\n${ofMade.join('')}COMMAND`,
    );
  });

  test('after the servers were put back, but for one, and one that was made is deleted', () => {
    expect(
      saidAfter((journal) => {
        journal.recordRestore(['server a was not restored']);
        journal.serverDeleted('one');
      }),
    ).toBe(`server a was not restored\n${ofMade[1]}COMMAND`);
  });

  test('after all was told', () => {
    expect(
      saidAfter((journal) => {
        journal.recordRestore(['server a was not restored']);
        journal.complaintsPrinted();
        journal.deletionEnded([]);
        expect(journal.hasLeftovers).toBe(true);
      }),
    ).toBe('COMMAND');
  });

  test('where the folder is gone, restore is of no use', () => {
    const said = saidAfter((_, machine) => machine.files.removeFolder('deep'));
    expect(said).toMatch(
      /^server a may be changed; .*\nserver b .*\n.*\n.*\n\S+ is removed or changed, so the command restore cannot/,
    );
    expect(said).not.toContain('COMMAND');
  });
});

describe('somebody else is at the same folder', () => {
  test('a folder that is removed during the run is no reason to say anything, where all is put back', () => {
    const machine = machineWith();
    const journal = begin(machine);
    machine.files.removeFolder('deep');
    journal.recordRestore([]);
    journal.deletionEnded([]);
    machine.exit();
    expect(machine.output.err).toBe('');
  });

  test('a journal that is removed or changed ends the run before it makes more', () => {
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

  test('one that cannot be removed is named, and the run is as good as it was', () => {
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

  test('of two runs that begin together one has the journal, at whichever step the other comes', () => {
    const steps: number[] = [];
    const counted = machineWith();
    const alone = journalOn(counted);
    counted.files.fails = () => void steps.push(0);
    alone.recordSnapshots(both);
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
          () => second.recordSnapshots(both),
          () => begun.push('of the second'),
        );
        return undefined;
      };
      attempt(
        () => first.recordSnapshots(both),
        () => begun.push('p'),
      );
      expect(begun).toHaveLength(1);
      expect(readJournal(path, machine.files)).toMatchObject({ subject: { projectId: begun[0] }, damage: [] });
    }
  });

  test('what an earlier run has left is in the way of the next', () => {
    const machine = machineWith();
    journalOn(machine).recordSnapshots(both);
    expect(() => journalOn(machine)).toThrow(/journal.jsonl exists: .* run: ecs-metadata-conformance restore deep/);
    const begun = machineWith();
    begun.files.put(`${path}.part`, '');
    expect(() => journalOn(begun)).toThrow(/journal.jsonl.part exists: .* before it changed anything/);
  });
});

function attempt(work: () => void, succeeded: () => void): void {
  try {
    work();
    succeeded();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
  }
}
