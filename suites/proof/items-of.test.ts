import type { Detected } from './detection';
import { itemsOf } from './items-of';
import { knownEndpoints } from './known-endpoints';

const taking = (effort: Detected['effort'], seconds: number): Detected => {
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
const endpoints = knownEndpoints().filter(({ name }) => name in before);

test('first comes what takes longest: what survived quick effort, then what is examined as a whole, then the narrowed', () => {
  const items = itemsOf(endpoints, before, { seed: 1, narrowed: true });
  expect(items.map(({ name }) => name)).toEqual(['race-two-replicas', 'embedded', 'compared-by-beginning']);
  expect(items.map(({ narrow }) => narrow !== undefined)).toEqual([true, false, true]);
});
