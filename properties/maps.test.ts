import fc from 'fast-check';
import type { Metadata } from '../contracts/metadata';
import { mapSizes, maps, successiveMaps } from './maps';
import { describeArbitrary } from './testing/describe-arbitrary';
import { isLegalMap } from './testing/rules';

const count = (map: Metadata) => Object.keys(map).length;
const hasTwins = (map: Metadata) => new Set(Object.keys(map).map((key) => key.toLowerCase())).size < count(map);

describeArbitrary('maps', maps(), {
  belongs: (map) => isLegalMap(map) && count(map) <= 20,
  // Similar keys and common prefixes are made again from the remaining keys, which may be longer than the removed ones.
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

describeArbitrary('maps of 1 pair at most', maps({ maxPairs: 1 }), {
  belongs: (map) => isLegalMap(map) && count(map) <= 1,
  size: count,
  classes: { 'no pair': (map) => count(map) === 0, '1 pair': (map) => count(map) === 1 },
});

it('reaches a quota of 128 pairs and never exceeds it', () => {
  const sizes = fc.sample(maps({ maxPairs: 128 }), { seed: 3, numRuns: 50 }).map(count);
  expect(Math.max(...sizes)).toBe(128);
});

describeArbitrary('mapSizes', mapSizes(300), {
  belongs: (size) => Number.isInteger(size) && size >= 0 && size <= 300,
  size: (size) => size,
  classes: {
    '128': (size) => size === 128,
    '129': (size) => size === 129,
    'one less than the most': (size) => size === 299,
    'the most': (size) => size === 300,
    'a number of no note': (size) => size > 130 && size < 190,
  },
});

describeArbitrary('mapSizes of a small quota', mapSizes(1), {
  belongs: (size) => size === 0 || size === 1,
  size: (size) => size,
  classes: { '0': (size) => size === 0, '1': (size) => size === 1 },
});

const keys = (map: object) => Object.keys(map);

describeArbitrary('successiveMaps', successiveMaps({ maxPairs: 6 }), {
  belongs: ([before, after]) => [before, after].every((map) => isLegalMap(map) && keys(map).length <= 6),
  // The rest of the first map may be longer than the removed part.
  size: ([before]) => keys(before).length,
  classes: {
    'a key that goes': ([before, after]) => keys(before).some((key) => !Object.hasOwn(after, key)),
    'a key that stays as it is': ([before, after]) =>
      keys(before).some((key) => Object.hasOwn(after, key) && after[key] === before[key]),
    'a key that gets another value': ([before, after]) =>
      keys(before).some((key) => Object.hasOwn(after, key) && after[key] !== before[key]),
    'a new key': ([before, after]) => keys(after).some((key) => !Object.hasOwn(before, key)),
    'nothing before': ([before, after]) => keys(before).length === 0 && keys(after).length > 0,
    'nothing after': ([before, after]) => keys(before).length > 0 && keys(after).length === 0,
  },
});
