import { type KilledMutant, orderByWorth, shareKilled } from './cover';

const mutant = (name: string, ...killers: string[]): KilledMutant => ({ name, killers: new Set(killers) });
const cost = (all: number, setup = 0) => ({ all, setup });

test('the check with the most mutants for each request comes first, and then those that kill others', () => {
  const costs = new Map([
    ['A/wide v2', cost(8)],
    ['A/cheap v2', cost(2)],
    ['A/same v2', cost(4)],
  ]);
  const mutants = [
    mutant('one', 'A/wide v2', 'A/cheap v2'),
    mutant('two', 'A/wide v2', 'A/same v2'),
    mutant('three', 'A/wide v2'),
  ];
  expect(orderByWorth(mutants, costs).map(({ name }) => name)).toEqual(['A/cheap v2', 'A/wide v2']);
});

test('a check stands in the order once, under the version that is worth more', () => {
  const costs = new Map([
    ['A/one v2.1', cost(4)],
    ['A/one v2', cost(4)],
  ]);
  const mutants = [mutant('one', 'A/one v2', 'A/one v2.1'), mutant('two', 'A/one v2')];
  expect(orderByWorth(mutants, costs)).toEqual([{ name: 'A/one v2', requests: 4 }]);
});

test('a check after one under the same version needs half of the preparation', () => {
  const costs = new Map([
    ['A/one v2', cost(2)],
    ['A/other v2.1', cost(4, 2)],
    ['A/next v2', cost(4, 2)],
  ]);
  const mutants = [mutant('one', 'A/one v2'), mutant('two', 'A/other v2.1'), mutant('three', 'A/next v2')];
  expect(orderByWorth(mutants, costs)).toEqual([
    { name: 'A/one v2', requests: 2 },
    { name: 'A/next v2', requests: 3 },
    { name: 'A/other v2.1', requests: 4 },
  ]);
});

test('the share counts the checks that fit, also one behind a check that does not', () => {
  const order = [
    { name: 'A/one v2', requests: 4 },
    { name: 'A/large v2', requests: 10 },
    { name: 'A/two v2', requests: 2 },
  ];
  const mutants = [mutant('one', 'A/one v2'), mutant('two', 'A/two v2'), mutant('three', 'A/large v2'), mutant('four')];
  expect(shareKilled(order, mutants, 6)).toBe(0.5);
});
