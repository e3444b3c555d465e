import type { Evidence } from '../../contracts/evidence/events';
import { Renumbering } from './renumber';

const exchange = (number: number, race?: number) =>
  ({ kind: 'exchange', exchange: { number, ...(race && { race }) }, findings: [] }) as unknown as Evidence;
const reproduction = (number: number): Evidence => ({
  kind: 'reproduction',
  check: 'reproduction KEY-01',
  clause: 'KEY-01',
  exchange: number,
  isWhole: false,
});

test('the numbers of a shard follow those of the one before, also in references to them', () => {
  const numbers = new Renumbering();
  const merged = [
    [exchange(1), exchange(2, 1), reproduction(2)],
    [exchange(1, 1), exchange(2, 2), reproduction(1)],
    [exchange(1, 1)],
  ].map((shard) => {
    numbers.startShard();
    return shard.map((each) => numbers.renumber(each));
  });
  expect(merged).toEqual([
    [exchange(1), exchange(2, 1), reproduction(2)],
    [exchange(3, 2), exchange(4, 3), reproduction(3)],
    [exchange(5, 4)],
  ]);
});
