import type { Verdict } from '../result/result';
import { makeResult } from '../testing/results';
import { buildHistories } from './history';
import { summarizeRun } from './run-summary';
import { timelineOf } from './timeline';

/** A run of each verdict of KEY-06, one a day. */
function timelineFor(verdicts: readonly Verdict[], most = 100) {
  const runs = verdicts.map((verdict, day) => {
    const began = new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
    return summarizeRun(makeResult({ 'KEY-06': { verdict } }, { began }));
  });
  const [history] = buildHistories(runs);
  if (history === undefined) throw new Error('no history');
  return timelineOf(history, most);
}

test('neighbouring runs that show the same are one stretch', () => {
  const { rows } = timelineFor(['passed', 'open', 'failed', 'failed', 'not tested', 'not applicable', 'passed']);
  expect(rows.map(({ clause }) => clause)).toEqual(['KEY-06']);
  expect(rows[0]?.stretches).toEqual([
    { shows: 'satisfied', from: 0, to: 1 },
    { shows: 'failed', from: 2, to: 3 },
    { shows: 'nothing', from: 4, to: 5 },
    { shows: 'satisfied', from: 6, to: 6 },
  ]);
});

test('a clause without a failure in the last runs has no row', () => {
  const timeline = timelineFor(['failed', 'passed', 'passed'], 2);
  expect(timeline).toMatchObject({ left: 1, rows: [] });
  expect(timeline.runs).toHaveLength(2);
});
