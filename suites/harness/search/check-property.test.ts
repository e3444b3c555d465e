import { clauses } from '../../../contracts/clauses';
import { deriveSeed } from './check-property';

test('every clause and round has a seed of its own, which fast-check and a flag can hold', () => {
  const seeds = clauses.flatMap(({ id }) => [0, 1, 2].map((round) => deriveSeed(5, id, round)));
  expect(new Set(seeds).size).toBe(seeds.length);
  expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31)).toBe(true);
  expect(deriveSeed(5, 'KEY-01', 0)).toBe(deriveSeed(5, 'KEY-01', 0));
  expect(deriveSeed(6, 'KEY-01', 0)).not.toBe(deriveSeed(5, 'KEY-01', 0));
});
