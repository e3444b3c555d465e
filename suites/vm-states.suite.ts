import { setTimeout as sleep } from 'node:timers/promises';
import { bindingOf } from '../contracts/binding';
import { stateClauses } from '../contracts/oracle/state-clauses';
import { acceptingVmStates, acceptsMetadata, type VmState, vmStates } from '../contracts/vm-states';
import type { Server } from '../targets/api';
import { clause, type Tools } from './harness/clause';
import { expect } from './harness/expect';
import { held } from './harness/refuses';
import { stores } from './harness/stores';

const refusing = vmStates.filter((state) => !acceptsMetadata(state));

/** What a change of the vm_state may do to a map shows on pairs of every kind. A server that refuses keeps it from check to check. */
const varied = {
  ...held,
  CamelCase: 'Title Case',
  'dotted.name': '',
  'a:b-c_d': 'Zürich 元😀',
  spaces: ' a  b ',
  '10': '0010',
  literal: 'null',
  markup: '<a href="x">&amp;</a>',
  long: 'v'.repeat(255),
};

// A change may take minutes on a real cloud: what is to be seen in a state is seen while the server is there.
for (const vmState of acceptingVmStates) {
  clause(stateClauses[vmState], 'takes the request', async (tools) => {
    const server = await tools.given.server(vmState, held);
    await stores(tools, server, { both: '2', new: '2' });
    await stores(tools, server, {});
    await stores(tools, server, held);
  });
}

for (const vmState of acceptingVmStates) {
  clause(stateClauses[vmState], 'leaves the server in it', async (tools) => {
    const server = await tools.given.server(vmState, held);
    await remains(tools, server, vmState, () => stores(tools, server, { both: '2', new: '2' }));
  });
}

// Others may be left by themselves: what is built becomes active, what is shelved is offloaded.
for (const vmState of ['rescued', 'error', 'shelved_offloaded'] as const) {
  clause(stateClauses[vmState], 'leaves the server in it', async (tools) => {
    const server = await tools.given.server(vmState, varied);
    await remains(tools, server, vmState, async () => {
      expect(tools.profile.statuses.wrongState).toContain((await tools.replace(server, { new: '2' })).status);
    });
  });
}

for (const vmState of refusing) {
  clause(stateClauses[vmState], 'refuses the request', async ({ given, profile, read, replace }) => {
    const server = await given.server(vmState, varied);
    const gone = vmState === 'deleted' ? profile.statuses.unknownServer : [];
    const statuses = [...profile.statuses.wrongState, ...gone];
    expect(statuses).toContain((await replace(server, { new: '2' })).status);
    expect(statuses).toContain((await replace(server, {})).status);
    // Whoever finds nothing to change may not look at the state.
    if (vmState !== 'deleted') expect(statuses).toContain((await replace(server, await read(server))).status);
  });

  clause('ATOMIC-02', `keeps the map when the request is refused in ${vmState}`, async (tools) => {
    const { given, notTested, read, replace, version } = tools;
    const server = await given.server(vmState, varied);
    if (vmState === 'deleted') notTested('what is deleted may be gone for its readers');
    const before = await read(server);
    await replace(server, { both: version, new: version });
    expect(await read(server)).toEqual(before);
    await replace(server, {});
    expect(await read(server)).toEqual(before);
  });

  clause('STATE-15', `shows the metadata in ${vmState}`, async (tools) => {
    const { given, notTested, profile, read } = tools;
    if (bindingOf('STATE-15', profile).level === 'not applicable') notTested('the profile does not speak of it');
    if (vmState === 'deleted') notTested('what is deleted may be gone for its readers');
    const server = await given.server(vmState, varied);
    await read(server);
  });

  if (!isLeft(vmState)) continue;
  clause(
    'STATE-01',
    `takes the request again once the server is active after ${vmState}`,
    async (tools) => {
      const { bring, given, read, replace } = tools;
      const server = await given.server(vmState, varied);
      staysAsNamed(tools, server);
      const before = await read(server);
      await replace(server, { both: '2', new: '2' });
      // Whatever the request left behind is told from what the change of the vm_state does.
      expect(await read(server)).toEqual(before);
      await bring(server, 'active');
      // What was refused is not made up for later.
      expect(await read(server)).toEqual(before);
      await stores(tools, server, { both: '3', new: '3' });
    },
    ['v2.1'],
  );
}

// A gate may look at what the server was in before, as its power does.
for (const [from, vmState] of [
  ['stopped', 'rescued'],
  ['stopped', 'error'],
  ['paused', 'error'],
  ['suspended', 'shelved'],
] as const) {
  clause(
    stateClauses[vmState],
    `refuses the request in it, coming from ${from}`,
    async (tools) => {
      const { bring, given, profile, read, replace } = tools;
      const server = await given.server(from, held);
      staysAsNamed(tools, server);
      await bring(server, vmState);
      expect(profile.statuses.wrongState).toContain((await replace(server, { new: '2' })).status);
      expect(await read(server)).toEqual(held);
      await bring(server, 'active');
    },
    ['v2'],
  );
}

for (const vmState of ['rescued', 'error'] as const) {
  clause('STATE-01', `takes the request while another server is ${vmState}`, async ({ bring, given, ...tools }) => {
    const neighbour = await given.neighbour(held);
    await bring(neighbour, vmState);
    try {
      await stores({ bring, given, ...tools }, await given.server('active', held), { both: '2', new: '2' });
    } finally {
      await bring(neighbour, 'active');
    }
  });
}

clause('STATE-13', 'keeps the metadata when the server is stopped and started', async ({ bring, given, read }) => {
  const server = await given.server('active', varied);
  const before = await read(server);
  await bring(server, 'stopped');
  expect(await read(server)).toEqual(before);
  await bring(server, 'active');
  expect(await read(server)).toEqual(before);
});

clause(
  'STATE-13',
  'keeps what was stored while it was stopped when it is started',
  async ({ bring, given, read, replace }) => {
    const server = await given.server('active', { old: '1' });
    await bring(server, 'stopped');
    await replace(server, { ...varied, stored: 'while stopped' });
    const stored = await read(server);
    await bring(server, 'active');
    expect(await read(server)).toEqual(stored);
  },
);

for (const vmState of ['paused', 'suspended'] as const) {
  clause('STATE-13', `keeps what was stored while it was ${vmState} when it runs again`, async (tools) => {
    const server = await tools.given.server('active', { old: '1' });
    await tools.bring(server, vmState);
    await tools.replace(server, { ...varied, stored: `while ${vmState}` });
    const stored = await tools.read(server);
    await tools.bring(server, 'active');
    expect(await tools.read(server)).toEqual(stored);
  });
}

clause('STATE-13', 'keeps what was stored while the vm_state was changing', async (tools) => {
  const { act, bring, given, notTested, read, replace } = tools;
  const server = await given.server('active', { old: '1' });
  staysAsNamed(tools, server);
  // Whoever writes a server back as it was when the action began loses what came meanwhile.
  for (const [action, vmState] of [
    ['os-stop', 'stopped'],
    ['os-start', 'active'],
  ] as const) {
    if ((await act(server, action)).status >= 300) notTested(`the target does not ${action} on request`);
    const map = { stored: `after ${action}` };
    const { status } = await replace(server, map);
    await arrives(tools, server, vmState);
    await bring(server, vmState);
    if (status !== 200) notTested(`the target refuses the request while ${action} is under way (status ${status})`);
    expect(await read(server)).toEqual(map);
  }
});

for (const vmState of ['active', 'stopped', 'suspended'] as const) {
  clause('STATE-14', `takes or refuses the request while the server is locked and ${vmState}`, async (tools) => {
    const { act, given, notTested, read, replace } = tools;
    const server = await given.server(vmState, held);
    if ((await act(server, 'lock')).status >= 300) notTested('the target does not lock a server on request');
    try {
      const { status } = await replace(server, { new: '2' });
      expect([200, 409]).toContain(status);
      expect(await read(server)).toEqual(status === 200 ? { new: '2' } : held);
    } finally {
      await act(server, 'unlock');
    }
  });
}

/** Metadata is all that the request is about. What somebody else does to the server meanwhile is not done twice. */
async function remains(
  { bring, look, notTested }: Tools,
  server: Server,
  vmState: VmState,
  request: () => Promise<unknown>,
): Promise<void> {
  const seen: (VmState | undefined)[] = [];
  for (let time = 1; time <= 2; time += 1) {
    await request();
    seen.push((await look(server)).vmState);
    if (seen.at(-1) === undefined) notTested('the server resource shows no vm_state');
    if (seen.at(-1) === vmState) return;
    await bring(server, vmState);
  }
  expect(seen).toContain(vmState);
}

/** Waits a while for the end of a change that is under way: to ask for it again might undo what it has spoiled. */
async function arrives({ look }: Tools, server: Server, vmState: VmState): Promise<void> {
  for (let pause = 10; pause < 2_000; pause *= 2) {
    if ((await look(server)).vmState === vmState) return;
    await sleep(pause);
  }
}

/** Whether a server gets out of a state by the ordinary operations; the others are met on servers that stay in them. */
function isLeft(vmState: VmState): boolean {
  return ['rescued', 'resized', 'error', 'shelved', 'shelved_offloaded'].includes(vmState);
}

/** A server that the user named for its vm_state is never brought into another. */
function staysAsNamed({ notTested, subject }: Tools, { id: named }: Server): void {
  const declared = subject.servers.find(({ id }) => id === named)?.declaredState;
  if (declared !== undefined) notTested(`the server was named as one that is ${declared}: it stays so`);
}
