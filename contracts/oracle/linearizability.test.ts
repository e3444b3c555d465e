import fc from 'fast-check';
import { isLinearizable, type Operation } from './linearizability';

function write(value: string, from: number, to: number, unsure = false): Operation {
  return { kind: 'write', value, from, to, isUncertain: unsure };
}

function read(value: string, from: number, to: number): Operation {
  return { kind: 'read', value, from, to };
}

describe('one order explains', () => {
  const cases: [string, boolean, Operation[]][] = [
    ['what came one after the other', true, [write('a', 0, 1), read('a', 2, 3), write('b', 4, 5), read('b', 6, 7)]],
    ['either winner of two writes that met', true, [write('a', 0, 5), write('b', 1, 4), read('a', 6, 7)]],
    [
      'a read of the old value while a write is under way',
      true,
      [write('a', 0, 5), read('old', 1, 2), read('a', 6, 7)],
    ],
    ['no old value after the write was answered', false, [write('a', 0, 1), read('old', 2, 3)]],
    ['no value that nobody wrote', false, [write('a', 0, 5), write('b', 0, 5), read('ab', 6, 7)]],
    ['no return to what was replaced', false, [write('a', 0, 9), read('a', 1, 2), read('old', 3, 4)]],
    ['no loser that comes back', false, [write('a', 0, 1), write('b', 2, 3), read('b', 4, 5), read('a', 6, 7)]],
    ['a failed write that was carried out', true, [write('a', 0, 1, true), read('a', 2, 3)]],
    ['a failed write that was not', true, [write('a', 0, 1, true), read('old', 2, 3)]],
    ['no failed write that was both', false, [write('a', 0, 1, true), read('a', 2, 3), read('old', 4, 5)]],
    [
      'no two readers that see two writes in two orders',
      false,
      [write('a', 0, 9), write('b', 0, 9), read('a', 1, 2), read('b', 3, 4), read('a', 5, 6)],
    ],
  ];
  test.each(cases)('%s', (_, expected, steps) => {
    expect(isLinearizable('old', steps)).toBe(expected);
  });

  test('any first read if the value before is unknown', () => {
    expect(isLinearizable(undefined, [read('x', 0, 1), read('x', 2, 3)])).toBe(true);
    expect(isLinearizable(undefined, [read('x', 0, 1), read('y', 2, 3)])).toBe(false);
  });
});

// A register that takes each operation at one instant within its interval is explained whatever the instants are.
test('histories of a correct register are linearizable', () => {
  const operation = fc.record({ isWrite: fc.boolean(), from: fc.nat(50), before: fc.nat(20), after: fc.nat(20) });
  fc.assert(
    fc.property(fc.uniqueArray(operation, { maxLength: 9, selector: ({ from }) => from }), (operations) => {
      let value = 'old';
      const inOrder = [...operations].sort((one, other) => one.from - other.from);
      const steps = inOrder.map(({ isWrite, from, before, after }, index) => {
        if (isWrite) value = `value ${index}`;
        return isWrite ? write(value, from - before, from + after) : read(value, from - before, from + after);
      });
      expect(isLinearizable('old', steps)).toBe(true);
    }),
    { seed: 7, numRuns: 500 },
  );
});

/** The same by trying every order there is. */
function anyOrder(value: string | undefined, steps: readonly Operation[]): boolean {
  if (steps.length === 0) return true;
  return steps.some((step, place) => {
    const rest = steps.filter((_, index) => index !== place);
    if (rest.some((other) => other.to + 0.02 < step.from)) return false;
    if (step.kind === 'write') return anyOrder(step.value, rest) || (step.isUncertain && anyOrder(value, rest));
    return (value === undefined || value === step.value) && anyOrder(step.value, rest);
  });
}

test('the search is exact', () => {
  const values = fc.constantFrom('a', 'b', 'old');
  const operation = fc.record({
    isWrite: fc.boolean(),
    value: values,
    from: fc.nat(12),
    took: fc.nat(8),
    unsure: fc.boolean(),
  });
  const outcomes = new Set<boolean>();
  const agree = (
    initial: string | undefined,
    operations: { isWrite: boolean; value: string; from: number; took: number; unsure: boolean }[],
  ) => {
    const steps = operations.map(({ isWrite, value, from, took, unsure }) =>
      isWrite ? write(value, from, from + took, unsure) : read(value, from, from + took),
    );
    const expected = anyOrder(initial, steps);
    outcomes.add(expected);
    expect(isLinearizable(initial, steps)).toBe(expected);
  };
  const initials = fc.constantFrom('old', 'older', undefined);
  fc.assert(fc.property(initials, fc.array(operation, { minLength: 2, maxLength: 7 }), agree), {
    seed: 7,
    numRuns: 3_000,
  });
  expect(outcomes).toEqual(new Set([true, false]));
});
