import { isIndeterminate, isSuccess } from '../contracts/http/status';
import type { VmState } from '../contracts/vm-states';
import type { Server } from '../targets/metadata-api';
import { clause, type Tools } from './harness/clause';
import { expect } from './harness/expect';
import { stateNeeds } from './harness/state-needs';
import { staysAsNamed } from './harness/stays-as-named';
import { varied } from './harness/varied';

clause(
  'STATE-13',
  'keeps the metadata when the server is stopped and started',
  async (tools) => {
    const { bring, given, read } = tools;
    const server = await given.server('active', varied(tools));
    const before = await read(server);
    await bring(server, 'stopped');
    expect(await read(server)).toEqual(before);
    await bring(server, 'active');
    expect(await read(server)).toEqual(before);
  },
  { needs: ['vm-states/stopped'] },
);

clause(
  'STATE-13',
  'keeps control characters when the server is stopped and started',
  async ({ bring, given, notApplicable, read, replace }) => {
    const server = await given.server('active', { old: '1' });
    // What is written into the description of a machine is read back from it.
    const { status } = await replace(server, { tab: 'a\tb', lines: 'a\nb\r\nc', edge: '\n', both: ' ' });
    if (!isSuccess(status)) notApplicable('the target takes no control characters');
    const before = await read(server);
    await bring(server, 'stopped');
    expect(await read(server)).toEqual(before);
    await bring(server, 'active');
    expect(await read(server)).toEqual(before);
  },
  { once: true, needs: ['vm-states/stopped'] },
);

clause(
  'STATE-13',
  'keeps what was stored while it was stopped when it is started',
  async (tools) => {
    const { bring, given, read, replace } = tools;
    const server = await given.server('active', { old: '1' });
    await bring(server, 'stopped');
    await replace(server, { ...varied(tools), both: 'while stopped' });
    const stored = await read(server);
    await bring(server, 'active');
    expect(await read(server)).toEqual(stored);
  },
  { needs: ['vm-states/stopped'] },
);

for (const vmState of ['paused', 'suspended'] as const) {
  clause(
    'STATE-13',
    `keeps what was stored while it was ${vmState} when it runs again`,
    async (tools) => {
      const server = await tools.given.server('active', { old: '1' });
      await tools.bring(server, vmState);
      await tools.replace(server, { ...varied(tools), both: `while ${vmState}` });
      const stored = await tools.read(server);
      await tools.bring(server, 'active');
      expect(await tools.read(server)).toEqual(stored);
    },
    { needs: stateNeeds(vmState) },
  );
}

clause(
  'STATE-13',
  'keeps what was stored while the vm_state was changing',
  async (tools) => {
    const { act, bring, given, notApplicable, notTested, read, replace } = tools;
    const server = await given.server('active', { old: '1' });
    staysAsNamed(tools, server);
    // Whoever writes a server back as it was when the action began loses what came meanwhile.
    for (const [action, vmState] of [
      ['os-stop', 'stopped'],
      ['os-start', 'active'],
    ] as const) {
      const taken = (await act(server, action)).status;
      // It may have been carried out all the same.
      if (isIndeterminate(taken)) await arrives(tools, server, vmState);
      if (taken >= 300) notTested(`the target does not ${action} on request (status ${taken})`);
      const map = { stored: `after ${action}` };
      const { status } = await replace(server, map);
      await arrives(tools, server, vmState);
      await bring(server, vmState);
      if (!isSuccess(status))
        notApplicable(`the target refuses the request while ${action} is under way (status ${status})`);
      expect(await read(server)).toEqual(map);
    }
  },
  { needs: ['vm-states/active', 'vm-states/stopped'] },
);

/** Waits a while for the end of a change that is under way: to ask for it again might undo what it has spoiled. */
async function arrives({ look, sleep }: Tools, server: Server, vmState: VmState): Promise<void> {
  for (let pause = 10; pause < 2_000; pause *= 2) {
    if ((await look(server, 'vmState')) === vmState) return;
    await sleep(pause);
  }
}
