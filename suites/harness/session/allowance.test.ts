import { Allowance } from './allowance';

const { POSITIVE_INFINITY: unlimited } = Number;

test('a run without a limit takes every check', () => {
  const allowance = new Allowance(undefined, () => ({ requests: 1e9, time: 1e9, toRestore: 8 }));
  expect(allowance.allows(1e9)).toBe(true);
});

test('a check fits if its requests leave enough to confirm a failure and to restore the servers', () => {
  const limit = { requests: 300, time: unlimited };
  const after = (requests: number) => new Allowance(limit, () => ({ requests, time: 0, toRestore: 20 }));
  expect([after(200).allows(40), after(200).allows(41)]).toEqual([true, false]);
  // A small check leaves more than itself: its failure is sent again at the end.
  expect([after(260).allows(5), after(260).allows(6)]).toEqual([true, false]);
});

test('a check fits if it ends in time, at the rate of the requests before it', () => {
  const limit = { requests: unlimited, time: 10_000 };
  // Fifty milliseconds each: five seconds are left, for a hundred requests.
  const allowance = new Allowance(limit, () => ({ requests: 100, time: 5_000, toRestore: 20 }));
  expect([allowance.allows(40), allowance.allows(41)]).toEqual([true, false]);
});
