import { isDeepStrictEqual } from 'node:util';
import { expect as jest } from 'expect';
import { formatMap } from '../../../contracts/text/format-map';

type Matchers = ReturnType<typeof jest>;

/** Fast versions of the most used matchers. Each one passes only if Jest's own matcher passes. */
const quickMatchers: Partial<Record<keyof Matchers, (actual: unknown, expected: unknown) => boolean>> = {
  toBe: Object.is,
  toEqual: isDeepStrictEqual,
  toContain: (actual, expected) => Array.isArray(actual) && actual.some((one) => one === expected),
};

/** Above this many characters of JSON, the message has no diff: Jest takes long to compute it. */
const maxDiffedLength = 200_000;

/**
 * Jest's `expect`. Jest creates all matchers for each call, which is slow. So a fast matcher decides first, and Jest is
 * called for the other matchers and for the message of a failure.
 */
export function expect(actual: unknown): Matchers {
  return new Proxy({} as Matchers, {
    get: (_, name: keyof Matchers) => {
      const isMet = quickMatchers[name];
      const matchers = () => jest(actual);
      if (isMet === undefined) return matchers()[name];
      return (expected: unknown) => {
        if (isMet(actual, expected)) return;
        if ((JSON.stringify(actual) ?? '').length > maxDiffedLength) {
          throw new Error(`Expected: ${formatMap(expected)}\nReceived: ${formatMap(actual)}`);
        }
        (matchers()[name] as (expected: unknown) => void)(expected);
      };
    },
  });
}
