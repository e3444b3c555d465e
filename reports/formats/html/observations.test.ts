import type { Evidence } from '../../../contracts/evidence/events';
import type { Finding } from '../../../contracts/oracle/finding';
import { makeExchange } from '../../testing/exchanges';
import { LatencyHistogram, Observations } from './observations';

const exchanged = (exchange: ReturnType<typeof makeExchange>, ...findings: Finding[]): Evidence => {
  return { kind: 'exchange', exchange, findings };
};

const kept: Finding = { outcome: 'satisfied', clause: 'KEY-01' };
const broken: Finding = { outcome: 'violated', candidates: ['KEY-01'], expected: 'a', observed: 'b' };

test('a clause has the first small exchange that shows it kept', () => {
  const observations = new Observations();
  observations.add(exchanged(makeExchange({ number: 1 }), broken));
  observations.add(exchanged(makeExchange({ number: 2, body: 'x'.repeat(5_000) }), kept));
  observations.add(exchanged(makeExchange({ number: 3 }), kept));
  observations.add(exchanged(makeExchange({ number: 4 }), kept));
  expect(observations.samples.get('KEY-01')?.number).toBe(3);
});

test('every request counts for the picture of latency', () => {
  const observations = new Observations();
  for (const number of [1, 2, 3]) observations.add(exchanged(makeExchange({ number })));
  observations.add({ kind: 'trial', check: 'check' });
  expect(observations.latency.buckets()).toMatchObject([{ count: 3 }]);
});

function seen(...times: number[]): LatencyHistogram {
  const latency = new LatencyHistogram();
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
  expect(latency.quantile(0.5)).toBeGreaterThanOrEqual(50);
  expect(latency.quantile(0.5)).toBeLessThan(50 * 1.2);
  expect(latency.quantile(0.95)).toBeGreaterThanOrEqual(95);
  expect(latency.quantile(1)).toBe(100);
  expect(latency.longest).toBe(100);
});

test('nothing was seen of no request', () => {
  expect(seen().buckets()).toEqual([]);
  expect(seen().quantile(0.5)).toBe(0);
});
