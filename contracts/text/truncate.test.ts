import { truncate } from './truncate';

test.each([
  ['abc', 3, 'abc', 0],
  ['abcd', 3, 'abc', 1],
  ['ab😀', 3, 'ab', 2],
  ['ab😀c', 4, 'ab😀', 1],
])('%j, truncated to %d characters, is %j without %d more', (text, most, beginning, left) => {
  expect(truncate(text, most)).toEqual({ text: beginning, left });
});
