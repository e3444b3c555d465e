import { truncate } from './truncate';

test.each([
  ['abc', 3, 'abc', 0],
  ['abcd', 3, 'abc', 1],
  ['ab😀', 3, 'ab', 2],
  ['ab😀c', 4, 'ab😀', 1],
])('of %j %d characters are %j and %d are left', (text, most, beginning, left) => {
  expect(truncate(text, most)).toEqual({ text: beginning, left });
});
