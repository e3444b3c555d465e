import { SlowQueue } from './slow-queue';

const settled = () => new Promise((resolve) => setImmediate(resolve));

function logged(queue: SlowQueue) {
  const log: string[] = [];
  for (const name of ['one', 'two']) {
    queue.add(async () => {
      log.push(`${name} begins`);
      await settled();
      log.push(`${name} ends`);
    });
  }
  return log;
}

const inOrder = ['one begins', 'one ends', 'two begins', 'two ends'];

test('a queue that starts at once does its work one after the other', async () => {
  const queue = new SlowQueue(true);
  const log = logged(queue);
  expect(queue.isDone).toBe(false);
  await settled();
  expect(log[0]).toBe('one begins');
  await queue.finish();
  expect(log).toEqual(inOrder);
  expect(queue.isDone).toBe(true);
});

test('otherwise the work waits for the end', async () => {
  const queue = new SlowQueue(false);
  const log = logged(queue);
  await settled();
  expect(log).toEqual([]);
  await queue.finish();
  expect(log).toEqual(inOrder);
});

test('what the work throws is thrown at the end', async () => {
  const queue = new SlowQueue(true);
  queue.add(() => Promise.reject(new Error('no')));
  queue.add(async () => undefined);
  await settled();
  await expect(queue.finish()).rejects.toThrow('no');
});
