import type { StoredVerdict } from './detection';
import { sampleQueue } from './queue';
import { sampleEndpoints } from './samples';

const verdict = (effort: StoredVerdict['effort'], requests: number): StoredVerdict => {
  return { killedBy: [], alsoBreaks: [], effort, requests, seenBy: [], right: [1], narrowed: [], wrong: {} };
};
const before = {
  'compared-by-beginning': verdict('quick', 4_000),
  embedded: verdict('quick', 900),
  'race-two-replicas': verdict('standard', 3_200),
};
const endpoints = sampleEndpoints().filter(({ name }) => name in before);

test('the order: mutants that survive quick effort, endpoints that are tested as a whole, narrowed mutants', () => {
  const items = sampleQueue(endpoints, before, { seed: 1, narrowed: true });
  expect(items.map(({ name }) => name)).toEqual(['race-two-replicas', 'embedded', 'compared-by-beginning']);
  expect(items.map(({ narrow }) => narrow !== undefined)).toEqual([true, false, true]);
});
