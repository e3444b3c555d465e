import type { ClauseId } from '../../contracts/clauses';
import type { Result, Verdict } from '../result/result';
import { makeResult } from '../testing/results';
import { buildHistories } from './history';
import { summarizeRun } from './run-summary';

/** A run on a day of January. A run of some clauses holds the named ones only. */
function runOn(day: number, clauses: Partial<Record<ClauseId, Verdict>>, run: Partial<Result['run']> = {}) {
  const but = Object.fromEntries(Object.entries(clauses).map(([id, verdict]) => [id, { verdict }]));
  const whole = makeResult(but, { began: `2026-01-${`${day}`.padStart(2, '0')}T00:00:00.000Z`, ...run });
  const only = run.selected;
  const result =
    only === undefined ? whole : { ...whole, clauses: whole.clauses.filter(({ clause }) => only.includes(clause)) };
  return summarizeRun(result);
}

const failed = { 'KEY-06': 'failed' } as const;
const untested = { 'KEY-06': 'not tested' } as const;

function only(histories: ReturnType<typeof buildHistories>) {
  expect(histories).toHaveLength(1);
  const [history] = histories;
  if (history === undefined) throw new Error('no history');
  return history;
}

const changesOf = (...runs: ReturnType<typeof runOn>[]) =>
  only(buildHistories(runs)).runs.map(({ broke, found, mended, stillFailing }) => {
    const parts = Object.entries({ broke, found, mended, stillFailing }).filter(([, ids]) => ids.length > 0);
    return parts.map(([name, ids]) => `${name} ${ids.join()}`).join('; ');
  });

const failingOf = (...runs: ReturnType<typeof runOn>[]) => {
  const failing = only(buildHistories(runs)).clauses.find(({ clause }) => clause === 'KEY-06')?.failing;
  return failing && { ...failing, since: new Date(failing.since.began ?? 0).getUTCDate(), last: failing.last.began };
};

test('a clause breaks, fails as before, and is mended, whatever the order of the results', () => {
  const runs = [runOn(4, {}), runOn(1, {}), runOn(3, failed), runOn(2, failed)];
  expect(changesOf(...runs)).toEqual(['', 'broke KEY-06', 'stillFailing KEY-06', 'mended KEY-06']);
});

test('a failure of the first run did not break there', () => {
  expect(changesOf(runOn(1, failed), runOn(2, {}), runOn(3, failed))).toEqual([
    'found KEY-06',
    'mended KEY-06',
    'broke KEY-06',
  ]);
  expect(changesOf(runOn(1, untested), runOn(2, failed))).toEqual(['', 'found KEY-06']);
});

test('a run that could not test a clause mends nothing', () => {
  expect(changesOf(runOn(1, failed), runOn(2, untested), runOn(3, failed))).toEqual([
    'found KEY-06',
    '',
    'stillFailing KEY-06',
  ]);
  expect(failingOf(runOn(1, {}), runOn(2, failed), runOn(3, untested))).toMatchObject({ since: 2, runs: 1 });
});

test('a failure is dated from the first run after the last pass', () => {
  const runs = [runOn(1, failed), runOn(2, {}), runOn(3, failed), runOn(4, failed)];
  expect(failingOf(...runs)).toMatchObject({ since: 3, runs: 2, isSinceFirst: false });
  expect(failingOf(runOn(1, failed), runOn(2, failed))).toMatchObject({ since: 1, runs: 2, isSinceFirst: true });
  expect(failingOf(runOn(1, failed), runOn(2, {}))).toBeUndefined();
});

test('a run of some clauses leaves the others as they were', () => {
  const history = only(buildHistories([runOn(1, failed), runOn(2, {}, { selected: ['VALUE-01'] })]));
  const key = history.clauses.find(({ clause }) => clause === 'KEY-06');
  expect(key?.state.verdict).toBe('failed');
  expect(new Date(key?.run.began ?? 0).getUTCDate()).toBe(1);
  expect(history.latest.facts.selected).toEqual(['VALUE-01']);
});

test('the name of a target joins its runs; without one the URL does; a profile has a history of its own', () => {
  const histories = buildHistories([
    runOn(1, {}, { target: 'http://127.0.0.1:1', targetName: 'eu-10' }),
    runOn(2, {}, { target: 'http://127.0.0.1:2', targetName: 'eu-10' }),
    runOn(3, {}, { target: 'http://127.0.0.1:2', targetName: 'eu-9' }),
    runOn(4, {}, { target: 'http://127.0.0.1:2' }),
    runOn(5, {}, { target: 'eu-10' }),
    runOn(6, {}, { target: 'http://127.0.0.1:2', targetName: 'eu-10', profile: 'nova' }),
  ]);
  const shown = histories.map(({ latest: { facts }, runs }) => [facts.targetName, facts.profile, runs.length]);
  expect(shown).toEqual([
    ['eu-9', 'ecs', 1],
    ['eu-10', 'ecs', 2],
    [undefined, 'ecs', 1],
    ['eu-10', 'nova', 1],
    [undefined, 'ecs', 1],
  ]);
  expect(new Set(histories.map(({ page }) => page)).size).toBe(5);
});

test('clauses are in the order of the catalogue', () => {
  const first = runOn(1, {}, { selected: ['VALUE-01'] });
  const ids = only(buildHistories([first, runOn(2, {})])).clauses.map(({ clause }) => clause);
  expect(ids.slice(0, 2)).toEqual(['REPLACE-01', 'REPLACE-02']);
  expect(ids.indexOf('KEY-09')).toBeLessThan(ids.indexOf('VALUE-01'));
});

test('releases come in their order, if every run has one', () => {
  const release = (day: number, targetVersion: string | undefined) =>
    runOn(day, {}, { ...(targetVersion === undefined ? {} : { targetVersion }) });
  const versionsOf = (...runs: ReturnType<typeof runOn>[]) =>
    only(buildHistories(runs)).runs.map(({ run }) => run.facts.targetVersion);
  expect(versionsOf(release(1, '10.0'), release(2, '9.1'), release(3, '10.0'))).toEqual(['9.1', '10.0', '10.0']);
  expect(versionsOf(release(1, '10.0'), release(2, '9.1'), release(3, undefined))).toEqual(['10.0', '9.1', undefined]);
});
