import type { Worker } from './worker';
import { WorkerPool } from './worker-pool';

const [one, two, three] = ['one', 'two', 'three'].map((check) => ({ check })) as Worker[] as [Worker, Worker, Worker];

/** Work that waits until it is told to end, and writes down when it began. */
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

test('each lane has one user at a time, and the next takes whichever is free', async () => {
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

test('whoever wants to be alone waits for all, and goes before whoever came later', async () => {
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

test('a lane is free again after work that throws', async () => {
  const workers = new WorkerPool([one]);
  await expect(workers.use('exclusive', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(workers.use('shared', async (worker) => worker.check)).resolves.toBe('one');
});

describe('patient work', () => {
  test('has the last of three lanes, beside work that is else alone', async () => {
    const workers = new WorkerPool([one, two, three]);
    const { log, work, end } = works();
    const all = [
      workers.use('background', work('patient')),
      workers.use('background', work('next patient')),
      workers.use('exclusive', work('alone')),
      workers.use('shared', work('late')),
    ];
    await settled();
    expect(log).toEqual(['patient on three', 'alone on one']);
    end('alone');
    await settled();
    expect(log.slice(2)).toEqual(['late on one']);
    end('patient');
    await settled();
    expect(log.slice(3)).toEqual(['next patient on three']);
    end('late');
    end('next patient');
    await Promise.all(all);
  });

  test('leaves its lane to nobody else until what is alone has ended', async () => {
    const workers = new WorkerPool([one, two, three]);
    const { log, work, end } = works();
    const all = [workers.use('background', work('patient')), workers.use('exclusive', work('alone'))];
    await settled();
    expect(one.excluded).toBe(three);
    all.push(workers.use('shared', work('any')));
    end('patient');
    await settled();
    expect(log.slice(2)).toEqual([]);
    end('alone');
    await settled();
    expect(log.slice(2)).toEqual(['any on three']);
    all.push(workers.use('exclusive', work('next alone')));
    end('any');
    await settled();
    expect(log.slice(3)).toEqual(['next alone on one']);
    expect(one.excluded).toBeUndefined();
    end('next alone');
    await Promise.all(all);
  });

  test('keeps solitary work waiting, and whatever comes behind that', async () => {
    const workers = new WorkerPool([one, two, three]);
    const { log, work, end } = works();
    const all = [workers.use('background', work('patient')), workers.use('isolated', work('solitary'))];
    all.push(workers.use('exclusive', work('alone')), workers.use('background', work('next patient')));
    await settled();
    expect(log).toEqual(['patient on three']);
    end('patient');
    await settled();
    expect(log.slice(1)).toEqual(['solitary on one']);
    end('solitary');
    await settled();
    expect(log.slice(2)).toEqual(['alone on one']);
    end('alone');
    await settled();
    expect(log.slice(3)).toEqual(['next patient on three']);
    end('next patient');
    await Promise.all(all);
  });

  test('waits for work that was alone before it came, and gives the lane back', async () => {
    const workers = new WorkerPool([one, two, three]);
    const { log, work, end } = works();
    const all = [workers.use('exclusive', work('alone')), workers.use('background', work('patient'))];
    await settled();
    expect(log).toEqual(['alone on one']);
    end('alone');
    await settled();
    end('patient');
    await Promise.all(all);
    const more = ['a', 'b', 'c'].map((name) => workers.use('shared', work(name)));
    await settled();
    expect(log.slice(1)).toEqual(['patient on three', 'a on one', 'b on two', 'c on three']);
    for (const name of ['a', 'b', 'c']) end(name);
    await Promise.all(more);
  });

  test('has one of two lanes like any other work, and whoever is alone waits for it', async () => {
    const workers = new WorkerPool([one, two]);
    const { log, work, end } = works();
    const all = [workers.use('background', work('patient')), workers.use('exclusive', work('alone'))];
    expect(workers.hasBackgroundWorker).toBe(false);
    await settled();
    expect(log).toEqual(['patient on one']);
    end('patient');
    await settled();
    expect(log.slice(1)).toEqual(['alone on one']);
    end('alone');
    await Promise.all(all);
  });
});
