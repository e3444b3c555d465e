import { caseCollisions } from './pair-features';

test.each<[string, readonly Record<string, string>[], string[]]>([
  ['keys that differ in more than case', [{ a: '1', b: '2' }], []],
  ['the same key in both maps', [{ a: '1' }, { a: '2' }], []],
  ['keys of one map', [{ Name: '1', name: '2', other: '3' }], ['Name', 'name']],
  ['keys of two maps', [{ Name: '1' }, { name: '2' }], ['Name', 'name']],
  ['three of a kind', [{ ab: '1', aB: '2' }, { AB: '3' }], ['ab', 'aB', 'AB']],
  ['names with a meaning', [JSON.parse('{"__proto__": "1", "__Proto__": "2"}')], ['__proto__', '__Proto__']],
])('collisions among %s', (_, maps, collisions) => {
  expect([...caseCollisions(...maps)].sort()).toEqual([...collisions].sort());
});
