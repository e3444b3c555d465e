import { checksOf, loadSuites } from '../dsl/check';
import { budgetOf, overhead, requestsOf } from './costs';
import costs from './request-counts.json';

test('npm run docs has counted the requests of each check', () => {
  const declared = loadSuites().flatMap((suite) => [...checksOf(suite), ...suite.properties].map(({ id }) => id));
  expect(Object.keys(costs.checks).toSorted()).toEqual([...new Set(declared)].toSorted());
});

test('a check that is not measured costs as much as half of the others at most', () => {
  const usual = requestsOf('KEY-01/not-measured');
  const all = Object.values(costs.checks);
  expect(all.filter((requests) => requests < usual).length).toBeLessThanOrEqual(all.length / 2);
  expect(all.filter((requests) => requests <= usual).length).toBeGreaterThanOrEqual(all.length / 2);
});

test('a shard announces its own checks, and may use beyond them what the whole run may', () => {
  expect(budgetOf(10_000 - overhead, undefined, 4)).toMatchObject({ expected: 10_000, most: 30_000 });
});

test('a run announces its checks and what it needs besides, and may use half as much again', () => {
  expect(budgetOf(10_000 - overhead)).toEqual({
    expected: 10_000,
    most: 15_000,
    shrinking: 2_500,
    reproduction: 1_000,
  });
});
