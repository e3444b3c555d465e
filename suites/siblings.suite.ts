import { clause } from './harness/clause';
import { expect } from './harness/expect';
import { siblingsOf } from './harness/siblings';
import { stores } from './harness/stores';

// Metadata is set, changed and removed by other operations too: a replace is about all of it, whoever set it.

clause(
  'REPLACE-02',
  'removes a pair that another operation has added',
  async (tools) => {
    const server = await tools.given.server('active', { old: '1' });
    await siblingsOf(tools).add(server, 'added', '1');
    await stores(tools, server, { new: '1' });
  },
  { needs: ['item-operations/add'] },
);

clause(
  'REPLACE-02',
  'removes a pair that was set alone',
  async (tools) => {
    const server = await tools.given.server('active', { old: '1' });
    await siblingsOf(tools).set(server, 'alone', '1');
    await stores(tools, server, { old: '1' });
  },
  { needs: ['item-operations/set'] },
);

clause(
  'REPLACE-04',
  'removes a pair that was set alone, for an empty map',
  async (tools) => {
    const server = await tools.given.server('active', {});
    await siblingsOf(tools).set(server, 'alone', '1');
    await stores(tools, server, {});
  },
  { needs: ['item-operations/set'] },
);

clause(
  'REPLACE-01',
  'stores a pair again that was removed alone',
  async (tools) => {
    const map = { gone: '1', both: '1' };
    const server = await tools.given.server('active', {});
    await stores(tools, server, map);
    await siblingsOf(tools).remove(server, 'gone');
    await stores(tools, server, map);
  },
  { needs: ['item-operations/remove'] },
);

clause(
  'REPLACE-01',
  'stores a map where the last pair was removed alone',
  async (tools) => {
    const server = await tools.given.server('active', {});
    await stores(tools, server, { last: '1' });
    await siblingsOf(tools).remove(server, 'last');
    await stores(tools, server, { new: '1' });
  },
  { needs: ['item-operations/remove'] },
);

clause(
  'REPLACE-03',
  'gives a pair that was changed alone the value of the request',
  async (tools) => {
    const map = { both: '1', other: '1' };
    const server = await tools.given.server('active', {});
    await stores(tools, server, map);
    await siblingsOf(tools).set(server, 'both', '2');
    await stores(tools, server, map);
  },
  { needs: ['item-operations/set'] },
);

// A replace is final: what it has put out of use is not brought back by what is done to other pairs later.

clause(
  'REPLACE-02',
  'leaves what it has removed gone when another pair is set alone',
  async (tools) => {
    const server = await tools.given.server('active', { old: '1', gone: 'x', both: '1' });
    await stores(tools, server, { both: '1', new: '1' });
    await siblingsOf(tools).set(server, 'alone', '1');
    await siblingsOf(tools).remove(server, 'new');
    expect(await tools.read(server)).not.toMatchObject({ old: '1' });
    expect(await tools.read(server)).not.toMatchObject({ gone: 'x' });
  },
  { needs: ['item-operations/set', 'item-operations/remove'] },
);

clause(
  'REPLACE-03',
  'leaves a value as it has set it when another pair is set alone',
  async (tools) => {
    const server = await tools.given.server('active', { both: 'before', old: '1' });
    await stores(tools, server, { both: 'after' });
    await siblingsOf(tools).set(server, 'alone', '1');
    expect(await tools.read(server)).not.toMatchObject({ both: 'before' });
  },
  { needs: ['item-operations/set'] },
);

clause(
  'REPLACE-03',
  'leaves a value that it has replaced gone when the pair is removed alone',
  async (tools) => {
    const server = await tools.given.server('active', { both: 'before', other: '1' });
    await stores(tools, server, { both: 'after', other: '1' });
    await siblingsOf(tools).remove(server, 'both');
    expect(await tools.read(server)).not.toMatchObject({ both: 'before' });
  },
  { needs: ['item-operations/remove'] },
);

// A pair may be asked for alone: whoever remembers the answer has to forget it.

for (const [id, title, map] of [
  ['REPLACE-02', 'removes a pair also where it is asked for alone', { other: '2' }],
  ['REPLACE-03', 'changes a value also where it is asked for alone', { both: 'after', other: '2' }],
] as const) {
  clause(
    id,
    title,
    async (tools) => {
      const { show } = siblingsOf(tools);
      const server = await tools.given.server('active', {});
      await stores(tools, server, { both: 'before', other: '1' });
      if ((await show(server, 'both')) !== 'before') tools.notTested('the target shows no single pair by GET');
      await stores(tools, server, map);
      expect(await show(server, 'both')).not.toBe('before');
    },
    { needs: ['item-operations/show'] },
  );
}

clause(
  'REPLACE-04',
  'leaves what it has cleared gone when a pair is added',
  async (tools) => {
    const server = await tools.given.server('active', { old: '1', both: '1' });
    await stores(tools, server, {});
    await siblingsOf(tools).add(server, 'added', '1');
    expect(await tools.read(server)).not.toMatchObject({ old: '1' });
    expect(await tools.read(server)).not.toMatchObject({ both: '1' });
  },
  { needs: ['item-operations/add'] },
);

// Nor does a request that is refused undo what was done to single pairs.

clause(
  'ATOMIC-01',
  'keeps what was changed alone when a request is refused',
  async (tools) => {
    const { add, remove, set } = siblingsOf(tools);
    const server = await tools.given.server('active', {});
    await stores(tools, server, { one: '1', two: '2', three: '3' });
    await set(server, 'one', 'alone');
    await add(server, 'added', '1');
    await remove(server, 'two');
    const changed = await tools.read(server);
    for (const body of [{ metadata: { 'a/b': '1' } }, { metadata: { one: 7 } }, { meta: {} }, '{']) {
      expect(tools.profile.statuses.invalid).toContain((await tools.put(server, body)).status);
      expect(await tools.read(server)).toEqual(changed);
    }
  },
  { needs: ['item-operations/add', 'item-operations/set', 'item-operations/remove'] },
);

clause(
  'ISOLATION-01',
  'gives two servers that get the same map one each',
  async (tools) => {
    const map = { same: '1', both: '1' };
    const neighbour = await tools.given.neighbour({ old: '1' });
    const server = await tools.given.server('active', { old: '1' });
    for (const each of [server, neighbour]) await stores(tools, each, map);
    await siblingsOf(tools).set(server, 'both', '2');
    expect(await tools.read(neighbour)).toEqual(map);
  },
  { needs: ['second-server', 'item-operations/set'] },
);
