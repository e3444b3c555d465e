import type { ClauseId } from '../../contracts/clauses';
import type { EarlierFailure, Result } from '../../reports/result/result';
import { makeResult } from '../../reports/testing/results';
import { realFiles } from '../machine/files';
import { readLastFailed, unsettledFailures } from './last-failed';

const filesWith = (text: string) => ({ ...realFiles, read: () => Buffer.from(text) });
const failed = (clause: ClauseId, check: string): Result['clauses'][number] => {
  const [result] = makeResult({ [clause]: { verdict: 'failed' } }).clauses.filter((each) => each.clause === clause);
  if (result === undefined) throw new RangeError(clause);
  return { ...result, failures: result.failures.map((each) => ({ ...each, check })) };
};
const earlier: EarlierFailure = { clause: 'ANSWER-01', checks: ['QUOTA-03/case-twins'] };
/** KEY-05 failed in the last run, ANSWER-01 before it. */
const last = filesWith(
  JSON.stringify(makeResult({ 'KEY-05': failed('KEY-05', 'KEY-05/slash') }, { failedBefore: [earlier] })),
);
const key05: EarlierFailure = { clause: 'KEY-05', checks: ['KEY-05/slash'] };

test('the clauses that failed in the last run and before it are selected, with the checks of others', () => {
  expect([...readLastFailed('out', last)]).toEqual(['KEY-05', 'ANSWER-01', 'QUOTA-03/case-twins']);
});

test('a run of selected checks settles no failure', () => {
  const now = makeResult({});
  expect(unsettledFailures('out', last, now, true)).toEqual([key05, earlier]);
});

test('a run of all clauses settles the failures of the clauses that it tested', () => {
  const now = makeResult({ 'ANSWER-01': { verdict: 'not tested' } });
  expect(unsettledFailures('out', last, now, false)).toEqual([earlier]);
});

test('a clause that failed in both has the checks of both', () => {
  const twice = makeResult(
    { 'ANSWER-01': failed('ANSWER-01', 'ANSWER-01/status-of-success') },
    { failedBefore: [earlier] },
  );
  const checks = ['ANSWER-01/status-of-success', 'QUOTA-03/case-twins'];
  expect(unsettledFailures('out', filesWith(JSON.stringify(twice)), makeResult({}), true)).toEqual([
    { clause: 'ANSWER-01', checks },
  ]);
});

test.each([
  ['no JSON', 'x'],
  ['no result', '{}'],
])('an earlier file that is %s has no failures', (_, text) => {
  expect(unsettledFailures('out', filesWith(text), makeResult({}), true)).toEqual([]);
});
