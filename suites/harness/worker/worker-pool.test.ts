import type { Worker } from './worker';
import { WorkerPool } from './worker-pool';

const [one, two, three] = ['one', 'two', 'three'].map((check) => ({ check })) as Worker[] as [Worker, Worker, Worker];

/** Work that lasts until `end` is called, and logs when it began. */
function works() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => (worker: Worker) => {
    log.push(`${name} on ${worker.check}`);
    return new Promise<void>((end) => ends.set(name, end));
  };
  return { log, work, end: (name: string) => ends.get(name)?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('each worker does one thing at a time, and the next work gets the worker that is free', async () => {
  const workers = new WorkerPool([one, two]);
  const { log, work, end } = works();
  const all = ['a', 'b', 'c'].map((name) => workers.use('shared', work(name)));
  await settled();
  expect(log).toEqual(['a on one', 'b on two']);
  end('b');
  await settled();
  expect(log).toEqual(['a on one', 'b on two', 'c on two']);
  end('a');
  end('c');
  await Promise.all(all);
});

test('exclusive work waits for all workers, and goes before shared work that came later', async () => {
  const workers = new WorkerPool([one, two]);
  const { log, work, end } = works();
  const all = [
    workers.use('shared', work('a')),
    workers.use('exclusive', work('alone')),
    workers.use('shared', work('late')),
  ];
  await settled();
  expect(log).toEqual(['a on one']);
  end('a');
  await settled();
  expect(log).toEqual(['a on one', 'alone on one']);
  end('alone');
  await settled();
  expect(log).toHaveLength(3);
  end('late');
  await Promise.all(all);
});

test('a worker is free again after work that throws', async () => {
  const workers = new WorkerPool([one]);
  await expect(workers.use('exclusive', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(workers.use('shared', async (worker) => worker.check)).resolves.toBe('one');
});

test('of three workers the last one is reserved: no other work gets it', async () => {
  const workers = new WorkerPool([one, two, three]);
  expect(workers.reserved).toBe(three);
  const { log, work, end } = works();
  const all = ['a', 'b', 'c'].map((name) => workers.use('shared', work(name)));
  all.push(workers.use('exclusive', work('exclusive')));
  await settled();
  expect(log).toEqual(['a on one', 'b on two']);
  end('b');
  await settled();
  end('a');
  end('c');
  await settled();
  expect(log.slice(2)).toEqual(['c on two', 'exclusive on one']);
  end('exclusive');
  await Promise.all(all);
});

test('of two workers none is reserved', () => {
  expect(new WorkerPool([one, two]).reserved).toBeUndefined();
});
