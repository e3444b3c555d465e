import { realClock } from '../../targets/http/clock';
import { TargetUnavailableError } from '../../targets/http/errors';
import { Halt } from './halt';

test('a run whose answers hold more than those of any right target ends', () => {
  const halt = new Halt(realClock, undefined);
  const spent = { requests: 100, bytes: 0 };
  halt.allow(1_000, () => spent);
  // A full map in every answer.
  spent.bytes = 100 * 66_000;
  expect(halt.reason).toBeUndefined();
  spent.bytes = 300 * 1_048_576;
  expect(halt.reason).toBe('the run ends over its budget: the answers to 100 requests hold 300 MB');
});

test('a run ends after a number of answers that are too large to be read, whatever is answered between them', async () => {
  const halt = new Halt(realClock, undefined);
  const large = () => Promise.reject(new TargetUnavailableError('T: its answer is larger than 8 MB', {}, 'large'));
  for (let time = 0; time < 15; time += 1) {
    await halt.guard(large).catch(() => undefined);
    await halt.guard(() => Promise.resolve());
  }
  expect(halt.reason).toBeUndefined();
  await halt.guard(large).catch(() => undefined);
  expect(halt.reason).toBe('given up after 16 answers that are too large: T: its answer is larger than 8 MB');
});

test.each([
  ['many', 200, true],
  ['few', 2_000, false],
])('of a run that hangs at %s of its requests: %d in all, with answers between them', async (_, requests, isOver) => {
  const halt = new Halt(realClock, undefined);
  halt.allow(10_000, () => ({ requests, bytes: 0 }));
  for (let time = 0; time < 24; time += 1) {
    await halt
      .guard(() => Promise.reject(new TargetUnavailableError('T: no answer', {}, 'silence')))
      .catch(() => undefined);
    await halt.guard(() => Promise.resolve()).catch(() => undefined);
  }
  expect(halt.reason !== undefined).toBe(isOver);
});
