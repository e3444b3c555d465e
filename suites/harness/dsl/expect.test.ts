import { expect as jest } from 'expect';
import fc from 'fast-check';
import { expect as ours } from './expect';

const matchers = ['toBe', 'toEqual', 'toContain'] as const;

/** The message of what is not met; undefined where it is. */
function complaint(expectation: typeof jest, matcher: (typeof matchers)[number], actual: unknown, expected: unknown) {
  try {
    expectation(actual)[matcher](expected);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const values = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>('a', ['a'], { a: 'a' }, { a: undefined }, {}, [], -0, 0),
);
const pairs = fc.oneof(
  fc.tuple(values, values),
  values.map((value) => [value, value]),
);

test.each(matchers)('%s says what Jest says', (matcher) => {
  const agree = ([actual, expected]: unknown[]) =>
    jest(complaint(ours as typeof jest, matcher, actual, expected)).toBe(complaint(jest, matcher, actual, expected));
  fc.assert(fc.property(pairs, agree), { numRuns: 300 });
});

test('every other matcher is Jest’s own', () => {
  ours('abc').toMatch(/b/);
  ours(1).not.toBe(2);
  jest(() => ours(1).not.toBe(1)).toThrow('expect(received).not.toBe(expected)');
  jest(() => ours([1]).toHaveLength(2)).toThrow('toHaveLength');
});

test('the message for a difference in millions of characters is short', () => {
  const large = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`key-${index}`, 'value']));
  let message = '';
  try {
    ours(large).toEqual({ a: '1' });
  } catch (error) {
    ({ message } = error as Error);
  }
  expect(message).toMatch(/^Expected: \{"a":"1"\}\nReceived: \{"key-0":"value".*… \(200000 pairs\)$/);
});
