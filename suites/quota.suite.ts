import { clause, type Tools } from './harness/clause';
import { mayBeLower, pairs } from './harness/quotas';
import { stores } from './harness/stores';

/** The number of pairs that the target allows, where it can be filled by one small body. */
function limit({ notTested, subject }: Tools): number {
  const { quota } = subject;
  if (quota.limit < 0) return notTested('the target has no limit');
  if (quota.limit > 2_000) return notTested(`a map of ${quota.limit} pairs is more than one body can be asked to hold`);
  return quota.limit;
}

for (const count of [21, 39, 40]) {
  clause('QUOTA-01', `takes ${count} pairs`, async (tools) => {
    const server = await tools.given.server('active', { old: '1' });
    const allowed = tools.subject.quota.limit;
    if (allowed >= 0 && allowed < count) tools.notTested(`the target allows ${allowed} pairs`);
    await stores(tools, server, pairs(count));
  });
}

clause('QUOTA-02', 'takes a full map, and all of it', async (tools) => {
  const full = limit(tools);
  if (full <= tools.profile.limits.always && full <= 40)
    tools.notTested(`the target allows ${full} pairs, which QUOTA-01 covers`);
  const server = await tools.given.server('active', {});
  const { status } = await tools.replace(server, pairs(full));
  mayBeLower(tools, status);
  expect(status).toBe(200);
  expect(await tools.read(server)).toEqual(pairs(full));
});

clause('QUOTA-02', 'takes a full map of the longest keys and values', async (tools) => {
  const full = limit(tools);
  if (full <= tools.profile.limits.always) tools.notTested(`the target allows ${full} pairs, which QUOTA-01 covers`);
  const server = await tools.given.server('active', {});
  // Two hundred of them still are less than a body may have (BODY-12).
  const names = Object.keys(pairs(Math.min(full, 200)));
  const long = Object.fromEntries(names.map((name) => [name.padEnd(255, '.'), name.padEnd(255, '-')]));
  const { status } = await tools.replace(server, long);
  mayBeLower(tools, status);
  expect(status).toBe(200);
  expect(await tools.read(server)).toEqual(long);
});

clause('QUOTA-03', 'refuses one pair more, and changes nothing', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  const { status } = await tools.replace(server, pairs(limit(tools) + 1));
  expect(tools.profile.statuses.overQuota).toContain(status);
  expect(await tools.read(server)).toEqual({ old: '1' });
});

clause('ATOMIC-05', 'keeps the map when there are too many pairs', async (tools) => {
  const server = await tools.given.server('active', { old: '1', key1: 'old' });
  const { status } = await tools.replace(server, pairs(limit(tools) + 1, 'new'));
  expect(tools.profile.statuses.overQuota).toContain(status);
  expect(await tools.read(server)).toEqual({ old: '1', key1: 'old' });
});

clause('QUOTA-04', 'replaces a full map by another full map', async (tools) => {
  const full = limit(tools);
  const server = await tools.given.server('active', { old: '1' });
  const first = await tools.replace(server, pairs(full));
  mayBeLower(tools, first.status);
  await tools.read(server);
  const others = Object.fromEntries(Object.keys(pairs(full)).map((key) => [`other.${key}`, '2']));
  expect((await tools.replace(server, others)).status).toBe(200);
  expect(await tools.read(server)).toEqual(others);
});
