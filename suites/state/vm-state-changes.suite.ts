import { isIndeterminate, isSuccess } from '../../contracts/http/status';
import type { VmState } from '../../contracts/vm-states';
import type { Server } from '../../targets/metadata-api';
import { check, stage, type TestContext } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { richMap } from '../harness/dsl/sample-maps';
import { skipIfVmStateIsFixed, vmStateNeeds } from '../harness/dsl/vm-state';

stage('vm_states');

check(
  'STATE-13/stopped-and-started',
  'keeps the metadata when the server is stopped and started',
  async (tools) => {
    const { setVmState, given, read } = tools;
    const server = await given.server('active', richMap(tools));
    const before = await read(server);
    await setVmState(server, 'stopped');
    expect(await read(server)).toEqual(before);
    await setVmState(server, 'active');
    expect(await read(server)).toEqual(before);
  },
  { needs: ['vm-states/stopped'] },
);

check(
  'STATE-13/control-characters',
  'keeps control characters when the server is stopped and started',
  async ({ setVmState, given, notApplicable, read, replace }) => {
    const server = await given.server('active', { old: '1' });
    // A target may write the metadata into a description of the machine, and read it from there.
    const { status } = await replace(server, { tab: 'a\tb', lines: 'a\nb\r\nc', edge: '\n', both: ' ' });
    if (!isSuccess(status)) notApplicable('the target takes no control characters');
    const before = await read(server);
    await setVmState(server, 'stopped');
    expect(await read(server)).toEqual(before);
    await setVmState(server, 'active');
    expect(await read(server)).toEqual(before);
  },
  { once: true, needs: ['vm-states/stopped'] },
);

check(
  'STATE-13/stored-while-stopped',
  'keeps a map that was stored while the server was stopped',
  async (tools) => {
    const { setVmState, given, read, replace } = tools;
    const server = await given.server('active', { old: '1' });
    await setVmState(server, 'stopped');
    await replace(server, { ...richMap(tools), both: 'while stopped' });
    const stored = await read(server);
    await setVmState(server, 'active');
    expect(await read(server)).toEqual(stored);
  },
  { needs: ['vm-states/stopped'] },
);

for (const vmState of ['paused', 'suspended'] as const) {
  check(
    `STATE-13/stored-while-${vmState}`,
    `keeps a map that was stored while the server was ${vmState}`,
    async (tools) => {
      const server = await tools.given.server('active', { old: '1' });
      await tools.setVmState(server, vmState);
      await tools.replace(server, { ...richMap(tools), both: `while ${vmState}` });
      const stored = await tools.read(server);
      await tools.setVmState(server, 'active');
      expect(await tools.read(server)).toEqual(stored);
    },
    { needs: vmStateNeeds(vmState) },
  );
}

check(
  'STATE-13/stored-while-vm-state-changes',
  'keeps a map that was stored while the vm_state was changing',
  async (tools) => {
    const { serverAction, setVmState, given, notApplicable, notTested, read, replace } = tools;
    const server = await given.server('active', { old: '1' });
    skipIfVmStateIsFixed(tools, server);
    // A target that saves the server as it was when the action began loses the map.
    for (const [action, vmState] of [
      ['os-stop', 'stopped'],
      ['os-start', 'active'],
    ] as const) {
      const taken = (await serverAction(server, action)).status;
      // It may have been carried out all the same.
      if (isIndeterminate(taken)) await waitForVmState(tools, server, vmState);
      if (taken >= 300) notTested(`the target does not ${action} on request (status ${taken})`);
      const map = { stored: `after ${action}` };
      const { status } = await replace(server, map);
      await waitForVmState(tools, server, vmState);
      await setVmState(server, vmState);
      if (!isSuccess(status))
        notApplicable(`the target refuses the request while ${action} is under way (status ${status})`);
      expect(await read(server)).toEqual(map);
    }
  },
  { needs: ['vm-states/active', 'vm-states/stopped'] },
);

/** Waits a while for the end of a change that is under way: to ask for it again might undo what it has spoiled. */
async function waitForVmState({ getServer, sleep }: TestContext, server: Server, vmState: VmState): Promise<void> {
  for (let pause = 10; pause < 2_000; pause *= 2) {
    if ((await getServer(server, 'vmState')) === vmState) return;
    await sleep(pause);
  }
}
