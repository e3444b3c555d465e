import { ConfigurationError } from '../../targets/errors';
import { searchOptions } from './search-options';

test('a shard limits the plan to its checks, and keeps the selection of the user', () => {
  const plan = searchOptions({ shard: '2/3', clause: ['KEY-04'], seed: 1 }, []);
  expect(plan.shard).toEqual({ index: 2, count: 3, selected: ['KEY-04'] });
  expect([...(plan.only ?? [])].every((id) => id.startsWith('KEY-04/'))).toBe(true);
  expect(plan.only?.size).toBeGreaterThan(0);
});

test.each([
  ['0/4', '--shard 0/4: there is no shard 0 of 4: give 1/4 to 4/4'],
  ['5/4', '--shard 5/4: there is no shard 5 of 4: give 1/4 to 4/4'],
  ['x', '--shard x cannot be read: give a shard and the number of shards, such as 2/4'],
  ['1/0', '--shard 1/0 cannot be read: give a shard and the number of shards, such as 2/4'],
  ['-1/4', '--shard -1/4 cannot be read: give a shard and the number of shards, such as 2/4'],
  ['1/99999999999', expect.stringMatching(/^--shard 1\/9+: \d+ checks cannot be split into 9+ shards: give a smaller/)],
])('%s is an error in one sentence', (shard, message) => {
  expect(() => searchOptions({ shard }, [])).toThrow(ConfigurationError);
  expect(() => searchOptions({ shard }, [])).toThrow(expect.objectContaining({ message }));
});

test('no shard is empty', () => {
  expect(() => searchOptions({ shard: '1/2', clause: ['KEY-05/slash'] }, [])).toThrow(
    '--shard 1/2: 1 check cannot be split into 2 shards: give a smaller number',
  );
});

test.each([{ maxRequests: 500 }, { maxTime: 60 }, { effort: 'smoke' }])('a shard has no limit: %j', (limit) => {
  expect(() => searchOptions({ shard: '1/2', ...limit }, [])).toThrow(
    '--shard runs all its checks, so --max-requests, --max-time and smoke effort cannot be given',
  );
});

test('a counterexample is replayed without a shard', () => {
  expect(() => searchOptions({ shard: '1/2', replay: 'KEY-01:1:0' }, [])).toThrow(
    '--replay and --shard both select checks: give one',
  );
});
