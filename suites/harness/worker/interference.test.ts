import type { Metadata } from '../../../contracts/metadata';
import { hasForeignChanges } from './interference';

const own = { marker: 'ours' };
const old = { old: '1' };

test.each<[string, Metadata[], boolean]>([
  ['the map that was put', [own, own], false],
  ['an old map in turn with it', [own, old, own, old], false],
  ['both mixed', [{ ...own, ...old }, own, old, {}], false],
  [
    'a pair that the target adds',
    [
      { ...own, added: 'x' },
      { ...own, added: 'x' },
    ],
    false,
  ],
  ['a list as a value', [{ list: ['x', { y: 1 }] }, { list: ['x', { y: 1 }] }] as unknown as Metadata[], false],
  ['two maps that hold something else', [own, { a: '1' }, own, { b: '2' }], true],
])('of a server that shows %s', (_, seen, expected) => {
  expect(hasForeignChanges(seen, own)).toBe(expected);
});
