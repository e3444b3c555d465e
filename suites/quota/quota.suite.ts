import { type Limits, plainMapSize } from '../../contracts/profiles/profile';
import { countNoun } from '../../contracts/text/count-noun';
import { maxPairsInBody } from '../../properties/cases/limits';
import { expectReplaced, expectStored } from '../harness/dsl/assertions';
import { check, stage, type TestContext } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { itemOperations } from '../harness/dsl/item-operations';
import { mapOfSize, skipIfQuotaHigher, skipIfQuotaLower } from '../harness/dsl/quota';
import { INITIAL } from '../harness/worker/fixtures';

stage('quota');

/** The quota, if one small body can fill it. */
function limit({ notApplicable, subject }: TestContext): number {
  const { quota } = subject;
  if (quota.limit < 0) return notApplicable('the target has no limit');
  if (quota.limit > 2_000)
    return notApplicable(`a map of ${quota.limit} pairs is more than one body can be asked to hold`);
  return quota.limit;
}

for (const [slug, name, countOf] of [
  ['a-few-more', 'a few more pairs than an ordinary map has', (limits: Limits) => plainMapSize(limits) + 1],
  ['one-less-than-always', 'one pair less than must always be taken', ({ always }: Limits) => always - 1],
  ['always', 'as many pairs as must always be taken', ({ always }: Limits) => always],
] as const) {
  check(`QUOTA-01/${slug}`, `takes ${name}`, async (tools) => {
    const count = countOf(tools.profile.limits);
    const allowed = tools.subject.quota.limit;
    if (allowed >= 0 && allowed < count) tools.notTested(`the target allows ${countNoun(allowed, 'pair')}`);
    await expectStored(tools, mapOfSize(count));
  });
}

check('QUOTA-02/full-map', 'stores all pairs of a full map', async (tools) => {
  const full = limit(tools);
  // Old pairs could be the reason of a refusal.
  const server = await tools.given.server('active', {});
  const { status } = await tools.replace(server, mapOfSize(full));
  skipIfQuotaLower(tools, status);
  expect(tools.profile.statuses.accepted).toContain(status);
  expect(await tools.read(server)).toEqual(mapOfSize(full));
});

check('QUOTA-02/full-map-of-longest-pairs', 'takes a full map of the longest keys and values', async (tools) => {
  const full = limit(tools);
  const { keyLength, valueLength } = tools.limits;
  const count = Math.min(full, maxPairsInBody(keyLength + valueLength));
  if (count < full && count <= tools.limits.always)
    tools.notApplicable('a body of more such pairs may be refused for its size');
  const long = Object.fromEntries(
    Object.keys(mapOfSize(count)).map((name) => [name.padEnd(keyLength, '.'), name.padEnd(valueLength, '-')]),
  );
  const server = await tools.given.server('active', {});
  const { status } = await tools.replace(server, long);
  skipIfQuotaLower(tools, status);
  expect(tools.profile.statuses.accepted).toContain(status);
  expect(await tools.read(server)).toEqual(long);
});

/** Sizes near the limits of pages, batches and hash tables, larger and smaller ones in turn. */
const sizes = [
  33, 1, 65, 2, 97, 8, 17, 64, 9, 51, 10, 26, 11, 101, 16, 50, 31, 100, 15, 96, 49, 32, 63, 99, 25, 7, 127,
];

for (const [id, isOfClause] of [
  ['QUOTA-01/many-sizes', (size: number, { always }: Limits) => size <= always],
  ['QUOTA-02/many-sizes', (size: number, { always }: Limits) => size > always],
] as const) {
  check(id, 'takes maps of many sizes, one after the other', async (tools) => {
    const { quota } = tools.subject;
    const known = quota.limit < 0 ? Number.POSITIVE_INFINITY : quota.limit;
    const most = quota.source === 'assumed' ? tools.profile.limits.always : known;
    const some = sizes.filter((size) => size <= most && isOfClause(size, tools.profile.limits));
    // Smaller maps say nothing about the number of pairs.
    if (Math.max(0, ...some) <= plainMapSize(tools.profile.limits))
      tools.notApplicable(`the target allows ${countNoun(most, 'pair')}`);
    await expectStored(tools, ...some.map((size) => mapOfSize(size, `${size}`)));
  });
}

check(
  'QUOTA-04/full-map-beside-full-server',
  'takes a full map while another server holds one',
  async (tools) => {
    const full = limit(tools);
    const second = await tools.given.secondServer({ old: '1' });
    const first = await tools.replace(second, mapOfSize(full));
    skipIfQuotaLower(tools, first.status);
    expect(tools.profile.statuses.accepted).toContain(first.status);
    await tools.read(second);
    await expectStored(tools, mapOfSize(full, '2'));
  },
  { needs: ['second-server'] },
);

check(
  'QUOTA-03/one-pair-more-on-full-map',
  'refuses one pair more than the quota when the stored map is full',
  async (tools) => {
    const full = limit(tools);
    const server = await tools.given.serverWithout(mapOfSize(full));
    const first = await tools.replace(server, mapOfSize(full));
    skipIfQuotaLower(tools, first.status);
    const before = await tools.read(server);
    const { status } = await tools.replace(server, mapOfSize(full + 1));
    skipIfQuotaHigher(tools, status);
    expect(tools.profile.statuses.overQuota).toContain(status);
    expect(await tools.read(server)).toEqual(before);
  },
);

check('QUOTA-03/case-twins', 'counts keys that differ only in upper and lower case', async (tools) => {
  const half = Math.ceil((limit(tools) + 1) / 2);
  const names = Object.keys(mapOfSize(half));
  const twins = Object.fromEntries(names.flatMap((name) => [name, name.toUpperCase()].map((key) => [key, '1'])));
  const server = await tools.given.server('active', INITIAL);
  const { status } = await tools.replace(server, twins);
  skipIfQuotaHigher(tools, status);
  expect(tools.profile.statuses.overQuota).toContain(status);
  expect(await tools.read(server)).toEqual(INITIAL);
});

for (const [slug, name, value] of [
  ['empty-values', 'are empty', () => ''],
  ['values-of-spaces', 'are spaces', () => ' '],
  ['longest-values', 'are of the longest length', (_: number, most: number) => 'v'.repeat(most)],
  ['values-null', 'are the text `null`', () => 'null'],
  ['different-values', 'are all different', (index: number) => `${index}`],
] as const) {
  check(`QUOTA-03/${slug}`, `counts pairs whose values ${name}`, async (tools) => {
    const { valueLength } = tools.limits;
    const names = Object.keys(mapOfSize(limit(tools) + 1));
    if (names.length > maxPairsInBody(10 + valueLength))
      tools.notApplicable(`a body of ${names.length} such pairs may be refused for its size`);
    const server = await tools.given.server('active', INITIAL);
    const map = Object.fromEntries(names.map((key, index) => [key, value(index, valueLength)]));
    const { status } = await tools.replace(server, map);
    skipIfQuotaHigher(tools, status);
    expect(tools.profile.statuses.overQuota).toContain(status);
    expect(await tools.read(server)).toEqual(INITIAL);
  });
}

check('QUOTA-03/one-pair-more', 'refuses one pair more than the quota, and changes nothing', async (tools) => {
  const server = await tools.given.server('active', INITIAL);
  const { status } = await tools.replace(server, mapOfSize(limit(tools) + 1));
  skipIfQuotaHigher(tools, status);
  expect(tools.profile.statuses.overQuota).toContain(status);
  expect(await tools.read(server)).toEqual(INITIAL);
});

check('ATOMIC-05/too-many-pairs', 'keeps the map when there are too many pairs', async (tools) => {
  const server = await tools.given.server('active', { old: '1', key1: 'old' });
  const { status } = await tools.replace(server, mapOfSize(limit(tools) + 1, 'new'));
  skipIfQuotaHigher(tools, status);
  expect(tools.profile.statuses.overQuota).toContain(status);
  expect(await tools.read(server)).toEqual({ old: '1', key1: 'old' });
});

check('QUOTA-04/full-map-for-full-map', 'replaces a full map by another full map', async (tools) => {
  const full = limit(tools);
  const server = await tools.given.serverWithout(mapOfSize(full));
  const first = await tools.replace(server, mapOfSize(full));
  skipIfQuotaLower(tools, first.status);
  await tools.read(server);
  const others = Object.fromEntries(Object.keys(mapOfSize(full)).map((key) => [`other.${key}`, '2']));
  expect(tools.profile.statuses.accepted).toContain((await tools.replace(server, others)).status);
  expect(await tools.read(server)).toEqual(others);
});

check(
  'QUOTA-04/after-item-operations',
  'takes a full map after single pairs were changed',
  async (tools) => {
    const full = limit(tools);
    const { add, remove, set } = itemOperations(tools);
    const server = await tools.given.server('active', {});
    await expectReplaced(tools, server, { one: '1', two: '2' });
    // A counter of pairs may count these twice, or not at all.
    for (const value of ['2', '3']) {
      await add(server, 'one', value);
      await set(server, 'two', value);
      await add(server, 'three', value);
      await remove(server, 'three');
    }
    const { status } = await tools.replace(server, mapOfSize(full));
    skipIfQuotaLower(tools, status);
    expect(tools.profile.statuses.accepted).toContain(status);
    expect(await tools.read(server)).toEqual(mapOfSize(full));
  },
  { needs: ['item-operations/add', 'item-operations/set', 'item-operations/remove'] },
);

check('QUOTA-04/full-map-after-small-map', 'takes a full map again after a small one', async (tools) => {
  const full = limit(tools);
  const server = await tools.given.serverWithout(mapOfSize(full));
  for (let time = 1; time <= 2; time += 1) {
    const { status } = await tools.replace(server, mapOfSize(full, `${time}`));
    skipIfQuotaLower(tools, status);
    expect(tools.profile.statuses.accepted).toContain(status);
    expect(await tools.read(server)).toEqual(mapOfSize(full, `${time}`));
    await expectReplaced(tools, server, { key1: 'small' });
  }
});
