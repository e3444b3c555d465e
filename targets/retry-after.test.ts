import { retryAfter } from './retry-after';

const now = new Date('2026-01-01T00:00:00Z');

test.each([
  ['seconds', '7', 7_000],
  ['a date', 'Thu, 01 Jan 2026 00:00:05 GMT', 5_000],
  ['a date that has passed', 'Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['something else', 'soon', undefined],
  ['nothing', undefined, undefined],
])('it asks for %s', (_, header, expected) => {
  expect(retryAfter(header, now)).toBe(expected);
});
