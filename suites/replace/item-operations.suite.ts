import { expectReplaced } from '../harness/dsl/assertions';
import { check, stage } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { itemOperations } from '../harness/dsl/item-operations';

stage('long cases');

// Other operations change single pairs. A replace is about all pairs, also those.

check(
  'REPLACE-02/after-post',
  'removes a pair that a POST has added',
  async (tools) => {
    const server = await tools.given.server('active', { old: '1' });
    await itemOperations(tools).add(server, 'added', '1');
    await expectReplaced(tools, server, { new: '1' });
  },
  { needs: ['item-operations/add'] },
);

check(
  'REPLACE-02/after-item-put',
  'removes a pair that an item PUT has set',
  async (tools) => {
    const server = await tools.given.server('active', { old: '1' });
    await itemOperations(tools).set(server, 'alone', '1');
    await expectReplaced(tools, server, { old: '1' });
  },
  { needs: ['item-operations/set'] },
);

check(
  'REPLACE-04/empty-map-after-item-put',
  'removes a pair that an item PUT has set when the map of the request is empty',
  async (tools) => {
    const server = await tools.given.server('active', {});
    await itemOperations(tools).set(server, 'alone', '1');
    await expectReplaced(tools, server, {});
  },
  { needs: ['item-operations/set'] },
);

check(
  'REPLACE-01/after-item-delete',
  'stores a pair again after an item DELETE',
  async (tools) => {
    const map = { gone: '1', both: '1' };
    const server = await tools.given.server('active', {});
    await expectReplaced(tools, server, map);
    await itemOperations(tools).remove(server, 'gone');
    await expectReplaced(tools, server, map);
  },
  { needs: ['item-operations/remove'] },
);

check(
  'REPLACE-01/after-item-delete-of-last-pair',
  'stores a map after an item DELETE of the last pair',
  async (tools) => {
    const server = await tools.given.server('active', {});
    await expectReplaced(tools, server, { last: '1' });
    await itemOperations(tools).remove(server, 'last');
    await expectReplaced(tools, server, { new: '1' });
  },
  { needs: ['item-operations/remove'] },
);

check(
  'REPLACE-03/after-item-put',
  'replaces a value that an item PUT has set',
  async (tools) => {
    const map = { both: '1', other: '1' };
    const server = await tools.given.server('active', {});
    await expectReplaced(tools, server, map);
    await itemOperations(tools).set(server, 'both', '2');
    await expectReplaced(tools, server, map);
  },
  { needs: ['item-operations/set'] },
);

// A later operation on another pair must not bring replaced pairs back.

check(
  'REPLACE-02/no-return-at-item-put',
  'does not bring removed pairs back at an item PUT of another pair',
  async (tools) => {
    const server = await tools.given.server('active', { old: '1', gone: 'x', both: '1' });
    await expectReplaced(tools, server, { both: '1', new: '1' });
    await itemOperations(tools).set(server, 'alone', '1');
    await itemOperations(tools).remove(server, 'new');
    expect(await tools.read(server)).not.toMatchObject({ old: '1' });
    expect(await tools.read(server)).not.toMatchObject({ gone: 'x' });
  },
  { needs: ['item-operations/set', 'item-operations/remove'] },
);

check(
  'REPLACE-03/no-return-at-item-put',
  'does not bring an old value back at an item PUT of another pair',
  async (tools) => {
    const server = await tools.given.server('active', { both: 'before', old: '1' });
    await expectReplaced(tools, server, { both: 'after' });
    await itemOperations(tools).set(server, 'alone', '1');
    expect(await tools.read(server)).not.toMatchObject({ both: 'before' });
  },
  { needs: ['item-operations/set'] },
);

check(
  'REPLACE-03/no-return-at-item-delete',
  'does not bring an old value back at an item DELETE of the pair',
  async (tools) => {
    const server = await tools.given.server('active', { both: 'before', other: '1' });
    await expectReplaced(tools, server, { both: 'after', other: '1' });
    await itemOperations(tools).remove(server, 'both');
    expect(await tools.read(server)).not.toMatchObject({ both: 'before' });
  },
  { needs: ['item-operations/remove'] },
);

// A cache of single pairs must be updated by a replace.

for (const [id, title, map] of [
  ['REPLACE-02/item-get', 'removes a pair also for an item GET', { other: '2' }],
  ['REPLACE-03/item-get', 'changes a value also for an item GET', { both: 'after', other: '2' }],
] as const) {
  check(
    id,
    title,
    async (tools) => {
      const { show } = itemOperations(tools);
      const server = await tools.given.server('active', {});
      await expectReplaced(tools, server, { both: 'before', other: '1' });
      if ((await show(server, 'both')) !== 'before') tools.notTested('the target shows no single pair by GET');
      await expectReplaced(tools, server, map);
      expect(await show(server, 'both')).not.toBe('before');
    },
    { needs: ['item-operations/show'] },
  );
}

check(
  'REPLACE-04/no-return-at-post',
  'does not bring cleared pairs back at a POST of another pair',
  async (tools) => {
    const server = await tools.given.server('active', { old: '1', both: '1' });
    await expectReplaced(tools, server, {});
    await itemOperations(tools).add(server, 'added', '1');
    expect(await tools.read(server)).not.toMatchObject({ old: '1' });
    expect(await tools.read(server)).not.toMatchObject({ both: '1' });
  },
  { needs: ['item-operations/add'] },
);

// A refused request must not undo changes of single pairs.

check(
  'ATOMIC-01/after-item-operations',
  'keeps changes of single pairs when a request is refused',
  async (tools) => {
    const { add, remove, set } = itemOperations(tools);
    const server = await tools.given.server('active', {});
    await expectReplaced(tools, server, { one: '1', two: '2', three: '3' });
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

check(
  'ISOLATION-01/after-item-put',
  'keeps two servers apart that hold the same map',
  async (tools) => {
    const map = { same: '1', both: '1' };
    const second = await tools.given.secondServer({ old: '1' });
    const server = await tools.given.server('active', { old: '1' });
    for (const each of [server, second]) await expectReplaced(tools, each, map);
    await itemOperations(tools).set(server, 'both', '2');
    expect(await tools.read(second)).toEqual(map);
  },
  { needs: ['second-server', 'item-operations/set'] },
);
