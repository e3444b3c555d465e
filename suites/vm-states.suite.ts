import { versions } from '../contracts/metadata';
import { stateClauses } from '../contracts/oracle/state-clauses';
import { acceptingVmStates, acceptsMetadata, vmStates } from '../contracts/vm-states';
import { clause } from './harness/clause';
import { held } from './harness/refuses';
import { stores } from './harness/stores';

const refusing = vmStates.filter((state) => !acceptsMetadata(state));

// Each state is entered once: a change may take minutes on a real cloud.
for (const vmState of acceptingVmStates) {
  clause(stateClauses[vmState], 'takes the request', async (tools) => {
    const server = await tools.given.server(vmState, held);
    await stores(tools, server, { both: '2', new: '2' });
    await stores(tools, server, {});
    await stores(tools, server, held);
  });
}

for (const vmState of refusing) {
  clause(stateClauses[vmState], 'refuses the request', async ({ given, profile, replace }) => {
    const server = await given.server(vmState, held);
    const gone = vmState === 'deleted' ? profile.statuses.unknownServer : [];
    const statuses = [...profile.statuses.wrongState, ...gone];
    expect(statuses).toContain((await replace(server, { new: '2' })).status);
    expect(statuses).toContain((await replace(server, {})).status);
  });

  clause('ATOMIC-02', `keeps the map when the request is refused in ${vmState}`, async (tools) => {
    const { given, notTested, read, replace, version } = tools;
    const server = await given.server(vmState, held);
    if (vmState === 'deleted') notTested('what is deleted may be gone for its readers');
    const before = await read(server);
    await replace(server, { both: version, new: version });
    expect(await read(server)).toEqual(before);
    await replace(server, {});
    expect(await read(server)).toEqual(before);
  });

  clause('STATE-15', `shows the metadata in ${vmState}`, async (tools) => {
    const { given, notTested, profile, read } = tools;
    if (profile.levels['STATE-15'] === undefined) notTested('the profile does not speak of it');
    if (vmState === 'deleted') notTested('what is deleted may be gone for its readers');
    const server = await given.server(vmState, held);
    await read(server);
  });
}

clause('STATE-13', 'keeps the metadata when the server is stopped and started', async ({ bring, given, read }) => {
  const server = await given.server('active', held);
  await bring(server, 'stopped');
  expect(await read(server)).toEqual(held);
  await bring(server, 'active');
  expect(await read(server)).toEqual(held);
});

clause(
  'STATE-13',
  'keeps what was stored while it was stopped when it is started',
  async ({ bring, given, read, replace }) => {
    const server = await given.server('active', { old: '1' });
    await bring(server, 'stopped');
    await replace(server, { stored: 'while stopped' });
    await bring(server, 'active');
    expect(await read(server)).toEqual({ stored: 'while stopped' });
  },
);

for (const vmState of ['paused', 'suspended'] as const) {
  clause('STATE-13', `keeps what was stored while it was ${vmState} when it runs again`, async (tools) => {
    const server = await tools.given.server('active', { old: '1' });
    await tools.bring(server, vmState);
    await tools.replace(server, { stored: `while ${vmState}` });
    await tools.bring(server, 'active');
    expect(await tools.read(server)).toEqual({ stored: `while ${vmState}` });
  });
}

clause(
  'STATE-14',
  'takes or refuses the request while the server is locked',
  async ({ act, given, notTested, read, replace }) => {
    const server = await given.server('active', held);
    if ((await act(server, 'lock')).status >= 300) notTested('the target does not lock a server on request');
    try {
      const { status } = await replace(server, { new: '2' });
      expect([200, 409]).toContain(status);
      expect(await read(server)).toEqual(status === 200 ? { new: '2' } : held);
    } finally {
      await act(server, 'unlock');
    }
  },
  versions,
);
