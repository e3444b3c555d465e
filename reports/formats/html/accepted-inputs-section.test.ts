import { formatRanges } from './accepted-inputs-section';

test.each([
  [[], 'none'],
  [[3], '3'],
  [[3, 1, 2, 7], '1 to 3, 7'],
  [[255, 999], '255, 999, and longer'],
  [[1, 3, 5, 7, 9], '5 lengths from 1 to 9'],
])('%j is told as %s', (numbers, told) => {
  expect(formatRanges(numbers, 999, 4)).toBe(told);
});
