import { withEarlierMap } from './history';

test('the history keeps the last 256 small maps, and fewer large ones', () => {
  let past = withEarlierMap([], { a: 'first' });
  for (let index = 1; index < 300; index += 1) past = withEarlierMap(past, { a: `${index}` });
  expect(past.length).toBe(256);
  expect(past[0]).toEqual({ a: '299' });
  for (let index = 0; index < 20; index += 1) past = withEarlierMap(past, { a: `${index}`.padEnd(600_000) });
  expect(past.map(({ a }) => a?.trim())).toEqual(['19', '18', '17']);
  expect(withEarlierMap(past, { a: 'x'.repeat(8_000_000) }).length).toBe(1);
});
