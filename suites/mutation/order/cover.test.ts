import type { CheckCost } from './costs';
import { type KilledMutant, orderByWorth, shareKilled } from './cover';

const mutant = (name: string, ...killers: string[]): KilledMutant => ({ name, killers: new Set(killers) });
/** A check that needs no preparation, and leaves its server alone. */
const cost = (requests: number): CheckCost => ({
  after: { usual: requests, few: requests, many: requests },
  leaves: undefined,
});

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

test('a check may come first, whatever it is worth', () => {
  const costs = new Map([
    ['A/cheap v2', cost(2)],
    ['A/first v2', cost(4)],
  ]);
  const order = orderByWorth([mutant('one', 'A/cheap v2')], costs, 'A/first v2');
  expect(order.map(({ name }) => name)).toEqual(['A/first v2', 'A/cheap v2']);
});

test('a check stands in the order once, under the version that is worth more', () => {
  const costs = new Map([
    ['A/one v2.1', cost(4)],
    ['A/one v2', cost(4)],
  ]);
  const mutants = [mutant('one', 'A/one v2', 'A/one v2.1'), mutant('two', 'A/one v2')];
  expect(orderByWorth(mutants, costs)).toEqual([{ name: 'A/one v2', requests: 4 }]);
});

test('the cost of a check depends on what the one before it leaves', () => {
  const prepared = { after: { usual: 2, few: 4, many: 4 }, leaves: 'usual' } as const;
  const costs = new Map<string, CheckCost>([
    ['A/leaves-many v2', { after: { usual: 1, few: 1, many: 1 }, leaves: 'many' }],
    ['A/leaves-usual v2', { after: { usual: 2, few: 2, many: 2 }, leaves: 'usual' }],
    ['A/other-version v2.1', prepared],
    ['A/same-version v2', prepared],
  ]);
  const mutants = [...costs.keys()].map((name) => mutant(name, name));
  expect(orderByWorth(mutants, costs)).toEqual([
    { name: 'A/leaves-many v2', requests: 1 },
    { name: 'A/leaves-usual v2', requests: 2 },
    { name: 'A/same-version v2', requests: 2 },
    // It reads the map under its own version first.
    { name: 'A/other-version v2.1', requests: 3 },
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
