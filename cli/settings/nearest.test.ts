import { editDistance, nearest } from './nearest';

test.each([
  ['', '', 0],
  ['target', 'target', 0],
  ['target', 'tarset', 1],
  ['target', 'targte', 1],
  ['target', 'arget', 1],
  ['target', 'targets', 1],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['yes', 'out', 3],
])('from %p to %p it is %i edits', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
});

test('the nearest word is the one with the fewest edits, and none where all are far', () => {
  expect(nearest('tokn', ['timeout', 'token', 'target'])).toBe('token');
  expect(nearest('xyzzy', ['timeout', 'token', 'target'])).toBeUndefined();
});
