import type { StoredVerdict } from './detection';
import { sampleQueue } from './queue';
import { sampleEndpoints } from './samples';

const taking = (effort: StoredVerdict['effort'], seconds: number): StoredVerdict => {
  return {
    killedBy: [],
    alsoBreaks: [],
    effort,
    requests: 1,
    seconds,
    seenBy: [],
    right: [1],
    narrowed: [],
    wrong: {},
  };
};
const before = {
  'compared-by-beginning': taking('quick', 40),
  embedded: taking('quick', 9),
  'race-two-replicas': taking('standard', 32),
};
const endpoints = sampleEndpoints().filter(({ name }) => name in before);

test('first comes what takes longest: what survived quick effort, then what is examined as a whole, then the narrowed', () => {
  const items = sampleQueue(endpoints, before, { seed: 1, narrowed: true });
  expect(items.map(({ name }) => name)).toEqual(['race-two-replicas', 'embedded', 'compared-by-beginning']);
  expect(items.map(({ narrow }) => narrow !== undefined)).toEqual([true, false, true]);
});
