import { clauses } from '../../contracts/clauses';
import { seedOf } from './seed-of';

test('every clause and round has a seed of its own, which fast-check and a flag can hold', () => {
  const seeds = clauses.flatMap(({ id }) => [0, 1, 2].map((round) => seedOf(5, id, round)));
  expect(new Set(seeds).size).toBe(seeds.length);
  expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31)).toBe(true);
  expect(seedOf(5, 'KEY-01', 0)).toBe(seedOf(5, 'KEY-01', 0));
  expect(seedOf(6, 'KEY-01', 0)).not.toBe(seedOf(5, 'KEY-01', 0));
});
