import { LatencySeen } from './latency-seen';

function seen(...times: number[]): LatencySeen {
  const latency = new LatencySeen();
  for (const time of times) latency.add(time);
  return latency;
}

test('every time is in one bucket, and the buckets follow each other without a gap', () => {
  const times = [0, 0.3, 1, 1.01, 7, 7, 40, 2_000];
  const buckets = seen(...times).buckets();
  expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(times.length);
  for (const time of times.slice(1)) {
    expect(buckets.find(({ from, to }) => from <= time && time < to)?.count).toBeGreaterThan(0);
  }
  for (const [index, { from }] of buckets.slice(1).entries()) expect(from).toBe(buckets[index]?.to);
});

test('half of the requests, and nearly all, were answered within a time as exact as the buckets', () => {
  const latency = seen(...Array.from({ length: 100 }, (_, index) => index + 1));
  expect(latency.within(0.5)).toBeGreaterThanOrEqual(50);
  expect(latency.within(0.5)).toBeLessThan(50 * 1.2);
  expect(latency.within(0.95)).toBeGreaterThanOrEqual(95);
  expect(latency.within(1)).toBe(100);
  expect(latency.longest).toBe(100);
});

test('nothing was seen of no request', () => {
  expect(seen().buckets()).toEqual([]);
  expect(seen().within(0.5)).toBe(0);
});
