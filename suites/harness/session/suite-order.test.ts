import type { Suite } from '../dsl/check';
import { inOrder, suitesInOrder } from './suite-order';

const suite = (folder: string, name: string, more: Partial<Suite> = {}): Suite => ({
  name,
  folder,
  checks: [],
  slowChecks: [],
  batches: [],
  properties: [],
  ...more,
});

const names = (suites: readonly Suite[]) => suites.map(({ name }) => name);

const property = { clause: 'KEY-01' } as Suite['properties'][number];
const batch = { checks: [] } as unknown as Suite['batches'][number];

test('suites are ordered by stage, then by family, then by name', () => {
  const sorted = [
    suite('replace', 'replace'),
    suite('replace', 'delayed-effects'),
    suite('key', 'a-new-suite'),
    suite('key', 'rejected-keys'),
    suite('method', 'method'),
    suite('replace', 'large-maps', { stage: 'long cases' }),
    suite('key', 'key.properties', { properties: [property] }),
    suite('pact', 'contract', { batches: [batch] }),
    suite('quota', 'quota.properties', { stage: 'quota', properties: [property] }),
  ];
  expect(names(inOrder(sorted.toReversed()))).toEqual(names(sorted));
});

test('a folder that is no family of the catalogue is an error', () => {
  expect(() => inOrder([suite('other', 'other')])).toThrow('suites/other is no family of the catalogue');
});

test('a run begins with the plainest suite, and ends with the largest maps', () => {
  const all = names(suitesInOrder());
  // It uses every server, before slow checks begin on the one that is reserved for them.
  expect(all.slice(0, 2)).toEqual(['replace', 'delayed-effects']);
  expect(all.slice(-3)).toEqual(['contract', 'quota', 'quota.properties']);
  expect(new Set(all).size).toBe(all.length);
});
