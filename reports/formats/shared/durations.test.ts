import { makeEndedCheck, passed } from '../../testing/check-records';
import { makeExchange } from '../../testing/exchanges';
import { ClauseDurations } from './durations';

test('the requests of a clause count, those of other clauses and outside of checks do not', () => {
  const durations = new ClauseDurations();
  const one = makeEndedCheck('KEY-06', passed);
  const two = makeEndedCheck('KEY-06', passed);
  const other = makeEndedCheck('KEY-01', passed);
  const exchanged = (check: string, took: number) =>
    durations.add({ kind: 'exchange', exchange: { ...makeExchange(), check, took }, findings: [] });
  exchanged(one.check, 1.5);
  exchanged(two.check, 10);
  exchanged(other.check, 100);
  exchanged('survey', 1_000);
  exchanged(one.check, 2);
  for (const ended of [one, two, other]) durations.add(ended);
  expect((['KEY-06', 'KEY-01', 'KEY-02'] as const).map((clause) => durations.of(clause))).toEqual([13.5, 100, 0]);
});
