import { bindingOf } from '../contracts/binding';
import { stateClauses } from '../contracts/oracle/state-clauses';
import { acceptingVmStates, acceptsMetadata, type VmState, vmStates } from '../contracts/vm-states';
import type { Server } from '../targets/api';
import { clause, type Tools } from './harness/clause';
import { expect } from './harness/expect';
import { held } from './harness/refuses';
import { staysAsNamed } from './harness/stays-as-named';
import { stores } from './harness/stores';
import { varied } from './harness/varied';

const refusing = vmStates.filter((state) => !acceptsMetadata(state));

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

/** Whether a server gets out of a state by the ordinary operations; the others are met on servers that stay in them. */
function isLeft(vmState: VmState): boolean {
  return ['rescued', 'resized', 'error', 'shelved', 'shelved_offloaded'].includes(vmState);
}
