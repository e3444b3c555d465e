import { VirtualClock } from './virtual-clock';

test('waits take no time, and end in the order of their times', async () => {
  const clock = new VirtualClock();
  const woken: string[] = [];
  const wait = async (name: string, duration: number) => {
    await clock.sleep(duration);
    woken.push(`${name} at ${clock.now()}`);
  };
  const began = performance.now();
  await Promise.all([wait('a', 3_600_000), wait('b', 5), wait('c', 5), wait('d', 0.5), wait('e', 70)]);
  expect(woken).toEqual(['d at 0.5', 'b at 5', 'c at 5', 'e at 70', 'a at 3600000']);
  expect(performance.now() - began).toBeLessThan(60_000);
});

test('the clock stands still while promises are handled', async () => {
  const clock = new VirtualClock();
  const sleeping = clock.sleep(10);
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
  expect(clock.now()).toBe(0);
  await sleeping;
  expect(clock.now()).toBe(10);
});

test('an abort ends a wait, before it and during it', async () => {
  const clock = new VirtualClock();
  const controller = new AbortController();
  const sleeping = clock.sleep(1_000, controller.signal);
  controller.abort(new Error('enough'));
  await expect(sleeping).rejects.toThrow('enough');
  await expect(clock.sleep(1, controller.signal)).rejects.toThrow('enough');
});

test('the date advances with the time', async () => {
  const clock = new VirtualClock();
  const before = clock.date().getTime();
  await clock.sleep(86_400_000);
  expect(clock.date().getTime() - before).toBe(86_400_000);
});
