import type { Evidence } from '../contracts/evidence/events';
import type { Finding } from '../contracts/oracle/finding';
import { Observations } from './observations';
import { anExchange } from './testing/an-exchange';

const exchanged = (exchange: ReturnType<typeof anExchange>, ...findings: Finding[]): Evidence => {
  return { kind: 'exchange', exchange, findings };
};

const kept: Finding = { outcome: 'kept', clause: 'KEY-01' };
const broken: Finding = { outcome: 'broken', suspects: ['KEY-01'], expected: 'a', observed: 'b' };

test('a clause has the first small exchange that shows it kept', () => {
  const observations = new Observations();
  observations.add(exchanged(anExchange({ number: 1 }), broken));
  observations.add(exchanged(anExchange({ number: 2, body: 'x'.repeat(5_000) }), kept));
  observations.add(exchanged(anExchange({ number: 3 }), kept));
  observations.add(exchanged(anExchange({ number: 4 }), kept));
  expect(observations.samples.get('KEY-01')?.number).toBe(3);
});

test('every request counts for the picture of latency', () => {
  const observations = new Observations();
  for (const number of [1, 2, 3]) observations.add(exchanged(anExchange({ number })));
  observations.add({ kind: 'trial', check: 'check' });
  expect(observations.latency.buckets()).toMatchObject([{ count: 3 }]);
});
