import type { Metadata } from '../../../contracts/metadata';
import { ScriptedServer } from '../../../targets/testing/scripted-server';
import { LeftoverPairs } from './target-knowledge';

const pairs = (count: number): Metadata =>
  Object.fromEntries(Array.from({ length: count }, (_, place) => [`left-${place}`, '1']));

const holding = (map: Metadata, removes: true | number = true) => {
  const target = new ScriptedServer(
    () => 202,
    () => 200,
    removes,
  );
  target.metadata = map;
  return target;
};

const removals = ({ sent }: ScriptedServer) => sent.filter((each) => each === 'DELETE item').length;

test('the few pairs that a wrong replace leaves are removed', async () => {
  const target = holding({ ...pairs(9), 'a/b': '1' });
  const leftOvers = new LeftoverPairs();
  expect(await leftOvers.remove(target.server, 'v2', Object.keys(target.metadata), target.api)).toBe(true);
  expect(target.metadata).toEqual({});
});

test.each([404, 405, 500, 204])(
  'a removal that is answered with %i and removes nothing is not tried again',
  async (status) => {
    const target = holding(pairs(9), status);
    const leftOvers = new LeftoverPairs();
    for (let check = 0; check < 50; check += 1) {
      await leftOvers.remove(target.server, 'v2', Object.keys(target.metadata), target.api);
    }
    expect(removals(target)).toBe(1);
    // The other version may serve it.
    await leftOvers.remove(target.server, 'v2.1', Object.keys(target.metadata), target.api);
    expect(removals(target)).toBe(2);
  },
);

test('the number of removals at a time, and in a run, is bounded', async () => {
  const leftOvers = new LeftoverPairs();
  const first = holding(pairs(600));
  await leftOvers.remove(first.server, 'v2', Object.keys(first.metadata), first.api);
  expect(removals(first)).toBe(50);
  for (let check = 0; check < 20; check += 1) {
    await leftOvers.remove(first.server, 'v2', Object.keys(first.metadata), first.api);
  }
  expect(removals(first)).toBe(500);
});
