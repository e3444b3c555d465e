import { patientClause } from './harness/clause';
import { expect } from './harness/expect';
import { held } from './harness/refuses';

/** Agents report back, queues are written, replicas catch up, entries expire: milliseconds. */
const whatGoesOn = 2_500;

patientClause(
  'REPLACE-07',
  'shows the same map when what goes on behind it has had time to end',
  async ({ given, read, replace, sleep, versions }) => {
    const server = await given.server('active', { gone: '1', both: '1' });
    const map = { both: '2', new: 'é元😀' };
    await replace(server, map);
    expect(await read(server)).toEqual(map);
    await sleep(whatGoesOn);
    expect(await read(server)).toEqual(map);
    for (const version of versions) expect(await read(server, version)).toEqual(map);
  },
  { once: true },
);

patientClause(
  'REPLACE-08',
  'shows the same map in the server resource when what goes on behind it has had time to end',
  async ({ given, look, read, replace, sleep }) => {
    const server = await given.server('active', { gone: '1', both: '1' });
    const map = { both: '2', new: 'é元😀' };
    await replace(server, map);
    // That it is there at first tells what does not last from what was never done.
    expect(await read(server)).toEqual(map);
    await sleep(whatGoesOn);
    expect(await read(server)).toEqual(map);
    expect(await look(server, 'metadata')).toEqual(map);
  },
  { once: true, needs: ['server-resource/metadata'] },
);

patientClause('ANSWER-01', 'takes a body that arrives in two pieces', async ({ given, profile, put, read }) => {
  const server = await given.server('active', held);
  const { status } = await put(server, { metadata: { one: '1', two: '2' } }, { transfer: 'in pieces' });
  expect(await read(server)).toEqual({ one: '1', two: '2' });
  expect(profile.statuses.accepted).toContain(status);
});

patientClause('VALUE-03', 'gives back a character that arrives in two pieces', async ({ given, put, read }) => {
  const server = await given.server('active', held);
  await put(server, { metadata: { one: '元' } }, { transfer: 'in pieces' });
  expect(await read(server)).toEqual({ one: '元' });
});
