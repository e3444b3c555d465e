import { makeEndedCheck, passed } from '../../testing/check-records';
import { makeExchange } from '../../testing/exchanges';
import { ClauseDurations } from './durations';

const durations = new ClauseDurations();
const exchanged = (check: string, at: number, took: number) =>
  durations.add({ kind: 'exchange', exchange: { ...makeExchange(), check, at, took }, findings: [] });

test('a check took from its first request to the end of its last one; the checks of a clause are added up', () => {
  const one = makeEndedCheck('KEY-06', passed);
  const two = makeEndedCheck('KEY-06', passed);
  const other = makeEndedCheck('KEY-01', passed);
  exchanged(one.check, 10, 2);
  exchanged(two.check, 11, 10);
  exchanged(other.check, 12, 100);
  exchanged('preflight', 0, 1_000);
  // It waits, and its last requests overlap.
  exchanged(one.check, 510, 20);
  exchanged(one.check, 511, 1);
  for (const ended of [one, two, other]) durations.add(ended);
  expect((['KEY-06', 'KEY-01', 'KEY-02'] as const).map((clause) => durations.of(clause))).toEqual([530, 100, 0]);
});

test('a check that runs again later counts twice, without the time between; a reproduction after its end does not', () => {
  const again = makeEndedCheck('BODY-01', passed);
  exchanged(again.check, 0, 5);
  durations.add({ kind: 'trial', check: again.check, doubted: 'alone' });
  exchanged(again.check, 1_000, 7);
  durations.add(again);
  exchanged(again.check, 2_000, 50);
  expect(durations.of('BODY-01')).toBe(12);
});
