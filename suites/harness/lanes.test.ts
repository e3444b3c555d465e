import type { Lane } from './lane';
import { Lanes } from './lanes';

const [one, two] = [{ check: 'one' }, { check: 'two' }] as Lane[] as [Lane, Lane];

/** Work that waits until it is told to end, and writes down when it began. */
function works() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => (lane: Lane) => {
    log.push(`${name} on ${lane.check}`);
    return new Promise<void>((end) => ends.set(name, end));
  };
  return { log, work, end: (name: string) => ends.get(name)?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('each lane has one user at a time, and the next takes whichever is free', async () => {
  const lanes = new Lanes([one, two]);
  const { log, work, end } = works();
  const all = ['a', 'b', 'c'].map((name) => lanes.use(false, work(name)));
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
  const lanes = new Lanes([one, two]);
  const { log, work, end } = works();
  const all = [lanes.use(false, work('a')), lanes.use(true, work('alone')), lanes.use(false, work('late'))];
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
  const lanes = new Lanes([one]);
  await expect(lanes.use(true, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(lanes.use(false, async (lane) => lane.check)).resolves.toBe('one');
});
