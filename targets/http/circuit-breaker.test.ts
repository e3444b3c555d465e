import { TargetUnavailableError } from '../errors';
import { CircuitBreaker } from './circuit-breaker';
import { realClock } from './clock';

test('a run ends if its responses have more bytes than those of any compliant target', () => {
  const circuitBreaker = new CircuitBreaker(realClock, undefined);
  const spent = { requests: 100, bytes: 0 };
  circuitBreaker.setBudget({ most: 1_000, reserve: 0 }, () => spent);
  // Every response has a full map.
  spent.bytes = 100 * 66_000;
  expect(circuitBreaker.reason).toBeUndefined();
  spent.bytes = 300 * 1_048_576;
  expect(circuitBreaker.reason).toBe('the run ends over its budget: the responses to 100 requests have 300 MB');
});

test('a run ends before it has used the requests that are left to restore the servers', () => {
  const circuitBreaker = new CircuitBreaker(realClock, undefined);
  const spent = { requests: 919, bytes: 0 };
  circuitBreaker.setBudget({ most: 1_000, reserve: 80 }, () => spent);
  expect(circuitBreaker.reason).toBeUndefined();
  spent.requests = 920;
  expect(circuitBreaker.reason).toBe(
    'the run ends over its budget: it has sent 920 of at most 1000 requests, and leaves the rest to restore the servers',
  );
});

test('a run ends after 16 responses that are too large, also with other responses between them', async () => {
  const circuitBreaker = new CircuitBreaker(realClock, undefined);
  const large = () => Promise.reject(new TargetUnavailableError('T: its response is larger than 8 MB', {}, 'large'));
  for (let time = 0; time < 15; time += 1) {
    await circuitBreaker.guard(large).catch(() => undefined);
    await circuitBreaker.guard(() => Promise.resolve());
  }
  expect(circuitBreaker.reason).toBeUndefined();
  await circuitBreaker.guard(large).catch(() => undefined);
  expect(circuitBreaker.reason).toBe(
    'given up after 16 responses that are too large: T: its response is larger than 8 MB',
  );
});

test.each([
  ['many', 200, true],
  ['few', 2_000, false],
])('24 requests without a response are %s of %d requests', async (_, requests, isOver) => {
  const circuitBreaker = new CircuitBreaker(realClock, undefined);
  circuitBreaker.setBudget({ most: 10_000, reserve: 0 }, () => ({ requests, bytes: 0 }));
  for (let time = 0; time < 24; time += 1) {
    await circuitBreaker
      .guard(() => Promise.reject(new TargetUnavailableError('T: no response', {}, 'silence')))
      .catch(() => undefined);
    await circuitBreaker.guard(() => Promise.resolve()).catch(() => undefined);
  }
  expect(circuitBreaker.reason !== undefined).toBe(isOver);
});
