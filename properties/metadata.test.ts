import fc from 'fast-check';
import type { Metadata } from '../contracts/metadata';
import { metadata } from './metadata';
import { obeysTheLaws } from './testing/generator-laws';
import { isLegalMap } from './testing/legal-pairs';

const count = (map: Metadata) => Object.keys(map).length;
const hasTwins = (map: Metadata) => new Set(Object.keys(map).map((key) => key.toLowerCase())).size < count(map);

obeysTheLaws('metadata', metadata(), {
  belongs: (map) => isLegalMap(map) && count(map) <= 20,
  // Twins and common prefixes are made anew from the keys that stay, and these may be longer than those that went.
  size: count,
  classes: {
    'no pair': (map) => count(map) === 0,
    '1 pair': (map) => count(map) === 1,
    '2 pairs': (map) => count(map) === 2,
    '20 pairs': (map) => count(map) === 20,
    'some number between': (map) => count(map) > 2 && count(map) < 20,
    'keys that differ in case alone': hasTwins,
    'nothing but such twins': (map) => count(map) === 2 && hasTwins(map),
    'keys of one prefix': (map) => {
      const [first = '', ...others] = Object.keys(map);
      return others.length > 1 && others.every((key) => key.startsWith(`${first}.`));
    },
    '__proto__ as a key of its own': (map) => Object.keys(map).includes('__proto__'),
    'an empty value': (map) => Object.values(map).includes(''),
  },
});

obeysTheLaws('metadata of 1 pair at most', metadata({ maxPairs: 1 }), {
  belongs: (map) => isLegalMap(map) && count(map) <= 1,
  size: count,
  classes: { 'no pair': (map) => count(map) === 0, '1 pair': (map) => count(map) === 1 },
});

it('fills a quota of 128 pairs, and never goes beyond it', () => {
  const sizes = fc.sample(metadata({ maxPairs: 128 }), { seed: 3, numRuns: 50 }).map(count);
  expect(Math.max(...sizes)).toBe(128);
});
