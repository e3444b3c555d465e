import { type Limits, plainMapSize } from '../contracts/profiles/profile';
import { maxPairsInBody } from '../properties/cases/limits';
import { clause, type Tools } from './harness/clause';
import { expect } from './harness/expect';
import { mayBeHigher, mayBeLower, pairs } from './harness/quotas';
import { siblingsOf } from './harness/siblings';
import { stores } from './harness/stores';

/** The number of pairs that the target allows, where it can be filled by one small body. */
function limit({ notApplicable, subject }: Tools): number {
  const { quota } = subject;
  if (quota.limit < 0) return notApplicable('the target has no limit');
  if (quota.limit > 2_000)
    return notApplicable(`a map of ${quota.limit} pairs is more than one body can be asked to hold`);
  return quota.limit;
}

for (const [name, countOf] of [
  ['some more pairs than an ordinary map has', (limits: Limits) => plainMapSize(limits) + 1],
  ['one pair less than must always be taken', ({ always }: Limits) => always - 1],
  ['as many pairs as must always be taken', ({ always }: Limits) => always],
] as const) {
  clause('QUOTA-01', `takes ${name}`, async (tools) => {
    const count = countOf(tools.profile.limits);
    const server = await tools.given.server('active', { old: '1' });
    const allowed = tools.subject.quota.limit;
    if (allowed >= 0 && allowed < count) tools.notTested(`the target allows ${allowed} pairs`);
    await stores(tools, server, pairs(count));
  });
}

clause('QUOTA-02', 'takes a full map, and all of it', async (tools) => {
  const full = limit(tools);
  const server = await tools.given.server('active', {});
  const { status } = await tools.replace(server, pairs(full));
  mayBeLower(tools, status);
  expect(tools.profile.statuses.accepted).toContain(status);
  expect(await tools.read(server)).toEqual(pairs(full));
});

clause('QUOTA-02', 'takes a full map of the longest keys and values', async (tools) => {
  const full = limit(tools);
  const server = await tools.given.server('active', {});
  const { keyLength, valueLength } = tools.limits;
  const count = Math.min(full, maxPairsInBody(keyLength + valueLength));
  if (count < full && count <= tools.limits.always)
    tools.notApplicable('a body of more such pairs may be refused for its size');
  const long = Object.fromEntries(
    Object.keys(pairs(count)).map((name) => [name.padEnd(keyLength, '.'), name.padEnd(valueLength, '-')]),
  );
  const { status } = await tools.replace(server, long);
  mayBeLower(tools, status);
  expect(tools.profile.statuses.accepted).toContain(status);
  expect(await tools.read(server)).toEqual(long);
});

/** Sizes at which those who page, batch or hash go wrong, larger ones and smaller ones in turn. */
const sizes = [
  33, 1, 65, 2, 97, 8, 17, 64, 9, 51, 10, 26, 11, 101, 16, 50, 31, 100, 15, 96, 49, 32, 63, 99, 25, 7, 127,
];

for (const [id, isOfClause] of [
  ['QUOTA-01', (size: number, { always }: Limits) => size <= always],
  ['QUOTA-02', (size: number, { always }: Limits) => size > always],
] as const) {
  clause(id, 'takes maps of many sizes after each other', async (tools) => {
    const { quota } = tools.subject;
    const known = quota.limit < 0 ? Number.POSITIVE_INFINITY : quota.limit;
    const most = quota.source === 'assumed' ? tools.profile.limits.always : known;
    const some = sizes.filter((size) => size <= most && isOfClause(size, tools.profile.limits));
    // Smaller maps say nothing about the number of pairs.
    if (Math.max(0, ...some) <= plainMapSize(tools.profile.limits))
      tools.notApplicable(`the target allows ${most} pairs`);
    const server = await tools.given.server('active', { old: '1' });
    for (const size of some) await stores(tools, server, pairs(size, `${size}`));
  });
}

clause(
  'QUOTA-04',
  'takes a full map while another server holds one',
  async (tools) => {
    const full = limit(tools);
    const neighbour = await tools.given.neighbour({ old: '1' });
    const first = await tools.replace(neighbour, pairs(full));
    mayBeLower(tools, first.status);
    expect(tools.profile.statuses.accepted).toContain(first.status);
    await tools.read(neighbour);
    const server = await tools.given.server('active', { old: '1' });
    await stores(tools, server, pairs(full, '2'));
  },
  { needs: ['second-server'] },
);

clause('QUOTA-03', 'refuses one pair more than is stored already', async (tools) => {
  const full = limit(tools);
  const server = await tools.given.server('active', { old: '1' });
  const first = await tools.replace(server, pairs(full));
  mayBeLower(tools, first.status);
  const before = await tools.read(server);
  const { status } = await tools.replace(server, pairs(full + 1));
  mayBeHigher(tools, status);
  expect(tools.profile.statuses.overQuota).toContain(status);
  expect(await tools.read(server)).toEqual(before);
});

clause('QUOTA-03', 'counts keys that differ in upper and lower case alone', async (tools) => {
  const half = Math.ceil((limit(tools) + 1) / 2);
  const names = Object.keys(pairs(half));
  const twins = Object.fromEntries(names.flatMap((name) => [name, name.toUpperCase()].map((key) => [key, '1'])));
  const server = await tools.given.server('active', { old: '1' });
  const { status } = await tools.replace(server, twins);
  mayBeHigher(tools, status);
  expect(tools.profile.statuses.overQuota).toContain(status);
  expect(await tools.read(server)).toEqual({ old: '1' });
});

for (const [name, value] of [
  ['are empty', () => ''],
  ['are spaces', () => ' '],
  ['are as long as may be', (_: number, most: number) => 'v'.repeat(most)],
  ['are null, written out', () => 'null'],
  ['tell them apart', (index: number) => `${index}`],
] as const) {
  clause('QUOTA-03', `counts pairs whose values ${name}`, async (tools) => {
    const { valueLength } = tools.limits;
    const names = Object.keys(pairs(limit(tools) + 1));
    if (names.length > maxPairsInBody(10 + valueLength))
      tools.notApplicable(`a body of ${names.length} such pairs may be refused for its size`);
    const server = await tools.given.server('active', { old: '1' });
    const map = Object.fromEntries(names.map((key, index) => [key, value(index, valueLength)]));
    const { status } = await tools.replace(server, map);
    mayBeHigher(tools, status);
    expect(tools.profile.statuses.overQuota).toContain(status);
    expect(await tools.read(server)).toEqual({ old: '1' });
  });
}

clause('QUOTA-03', 'refuses one pair more, and changes nothing', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  const { status } = await tools.replace(server, pairs(limit(tools) + 1));
  mayBeHigher(tools, status);
  expect(tools.profile.statuses.overQuota).toContain(status);
  expect(await tools.read(server)).toEqual({ old: '1' });
});

clause('ATOMIC-05', 'keeps the map when there are too many pairs', async (tools) => {
  const server = await tools.given.server('active', { old: '1', key1: 'old' });
  const { status } = await tools.replace(server, pairs(limit(tools) + 1, 'new'));
  mayBeHigher(tools, status);
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
  expect(tools.profile.statuses.accepted).toContain((await tools.replace(server, others)).status);
  expect(await tools.read(server)).toEqual(others);
});

clause(
  'QUOTA-04',
  'takes a full map after pairs were changed alone',
  async (tools) => {
    const full = limit(tools);
    const { add, remove, set } = siblingsOf(tools);
    const server = await tools.given.server('active', {});
    await stores(tools, server, { one: '1', two: '2' });
    // Whoever keeps count may count these twice, or not at all.
    for (const value of ['2', '3']) {
      await add(server, 'one', value);
      await set(server, 'two', value);
      await add(server, 'three', value);
      await remove(server, 'three');
    }
    const { status } = await tools.replace(server, pairs(full));
    mayBeLower(tools, status);
    expect(tools.profile.statuses.accepted).toContain(status);
    expect(await tools.read(server)).toEqual(pairs(full));
  },
  { needs: ['item-operations/add', 'item-operations/set', 'item-operations/remove'] },
);

clause('QUOTA-04', 'fills a map again that has become small', async (tools) => {
  const full = limit(tools);
  const server = await tools.given.server('active', { old: '1' });
  for (let time = 1; time <= 2; time += 1) {
    const { status } = await tools.replace(server, pairs(full, `${time}`));
    mayBeLower(tools, status);
    expect(tools.profile.statuses.accepted).toContain(status);
    expect(await tools.read(server)).toEqual(pairs(full, `${time}`));
    await stores(tools, server, { key1: 'small' });
  }
});
