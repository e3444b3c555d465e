import { isDeepStrictEqual } from 'node:util';
import { expect as jest } from 'expect';
import { formatMap } from '../../../contracts/text/format-map';

type Matchers = ReturnType<typeof jest>;

/** The matchers that checks use most, each as a look that says yes only where Jest's own would. */
const quickMatchers: Partial<Record<keyof Matchers, (actual: unknown, expected: unknown) => boolean>> = {
  toBe: Object.is,
  toEqual: isDeepStrictEqual,
  toContain: (actual, expected) => Array.isArray(actual) && actual.some((one) => one === expected),
};

/** Characters of JSON whose differences are shown one by one: to find them takes Jest long where there are many. */
const maxDiffedLength = 200_000;

/**
 * Jest's expectations. It makes all of its matchers anew each time, which takes longer than to see that an expectation
 * is met: so what is plainly met is seen here, and Jest is asked for the rest, and for the words where one is not.
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
