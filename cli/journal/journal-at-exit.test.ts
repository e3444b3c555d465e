import type { MemoryMachine } from '../machine/testing/memory-machine';
import type { JournalFile } from './journal-file';
import { begin, journalOn, machineWith, path } from './testing/journal-fixture';

describe('a process prints its leftovers when it ends', () => {
  const command = `NOT RESTORED: to restore the servers of this run, run: npx ecs-metadata-conformance restore ${path}\n`;
  const saidAfter = (work: (journal: JournalFile, machine: MemoryMachine) => void) => {
    const machine = machineWith();
    work(begin(machine), machine);
    machine.exit();
    return machine.output.err
      .replaceAll('NOT RESTORED: ', '')
      .replace(command.replace('NOT RESTORED: ', ''), 'COMMAND');
  };

  test('while servers are created', () => {
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

  test('after all servers but one were restored, and one created server was deleted', () => {
    expect(
      saidAfter((journal) => {
        journal.recordRestore(['server a was not restored']);
        journal.serverDeleted('one');
      }),
    ).toBe(`server a was not restored\n${ofMade[1]}COMMAND`);
  });

  test('after the complaints were printed', () => {
    expect(
      saidAfter((journal) => {
        journal.recordRestore(['server a was not restored']);
        journal.complaintsPrinted();
        journal.deletionEnded([]);
        expect(journal.hasLeftovers).toBe(true);
      }),
    ).toBe('COMMAND');
  });

  test('when the folder was removed, it does not suggest the command restore', () => {
    const said = saidAfter((_, machine) => machine.files.removeFolder('deep'));
    expect(said).toMatch(
      /^server a may be changed; .*\nserver b .*\n.*\n.*\n\S+ is removed or changed, so the command restore cannot/,
    );
    expect(said).not.toContain('COMMAND');
  });
});
