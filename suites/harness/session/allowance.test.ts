import { Allowance, keptRequests } from './allowance';

const { POSITIVE_INFINITY: unlimited } = Number;

test('a run without a limit takes every check', () => {
  const allowance = new Allowance(undefined, keptRequests(undefined, 8), () => ({ requests: 1e9, time: 1e9 }));
  expect(allowance.allows(1e9)).toBe(true);
});

test('a check fits if its requests leave enough to confirm a failure and to restore the servers', () => {
  const limit = { requests: 300, time: unlimited };
  const kept = keptRequests(limit, 5);
  expect(kept).toEqual({ confirm: 15, restore: 20 });
  const allowance = new Allowance(limit, kept, () => ({ requests: 200, time: 0 }));
  expect([allowance.allows(65), allowance.allows(66)]).toEqual([true, false]);
});

test('a check fits if it ends in time, at the rate of the requests before it', () => {
  const limit = { requests: unlimited, time: 10_000 };
  const kept = keptRequests(limit, 5);
  expect(kept).toEqual({ confirm: 0, restore: 20 });
  // Fifty milliseconds each: five seconds are left, for a hundred requests.
  const allowance = new Allowance(limit, kept, () => ({ requests: 100, time: 5_000 }));
  expect([allowance.allows(80), allowance.allows(81)]).toEqual([true, false]);
});
