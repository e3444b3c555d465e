import { slowCheck } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { INITIAL } from '../harness/worker/fixtures';

/** Milliseconds in which agents report, queues are written, replicas catch up and cache entries expire. */
const delay = 2_500;

slowCheck(
  'REPLACE-07/after-2500-ms',
  'shows the same map after 2.5 seconds',
  async ({ given, read, replace, sleep, versions }) => {
    const server = await given.server('active', { gone: '1', both: '1' });
    const map = { both: '2', new: 'é元😀' };
    await replace(server, map);
    expect(await read(server)).toEqual(map);
    await sleep(delay);
    expect(await read(server)).toEqual(map);
    for (const version of versions) expect(await read(server, version)).toEqual(map);
  },
  { once: true },
);

slowCheck(
  'REPLACE-08/after-2500-ms',
  'shows the same map in the server resource after 2.5 seconds',
  async ({ given, getServer, read, replace, sleep }) => {
    const server = await given.server('active', { gone: '1', both: '1' });
    const map = { both: '2', new: 'é元😀' };
    await replace(server, map);
    // This tells a map that does not last from one that was never stored.
    expect(await read(server)).toEqual(map);
    await sleep(delay);
    expect(await read(server)).toEqual(map);
    expect(await getServer(server, 'metadata')).toEqual(map);
  },
  { once: true, needs: ['server-resource/metadata'] },
);

slowCheck(
  'ANSWER-01/body-in-two-pieces',
  'takes a body that arrives in two pieces',
  async ({ given, profile, put, read }) => {
    const server = await given.server('active', INITIAL);
    const { status } = await put(server, { metadata: { one: '1', two: '2' } }, { transfer: 'in pieces' });
    expect(await read(server)).toEqual({ one: '1', two: '2' });
    expect(profile.statuses.accepted).toContain(status);
  },
);

slowCheck(
  'VALUE-03/character-in-two-pieces',
  'stores a character that arrives in two pieces',
  async ({ given, put, read }) => {
    const server = await given.server('active', INITIAL);
    await put(server, { metadata: { one: '元' } }, { transfer: 'in pieces' });
    expect(await read(server)).toEqual({ one: '元' });
  },
);
