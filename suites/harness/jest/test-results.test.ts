import type { CheckEnded, CheckOutcome } from '../../../contracts/evidence/events';
import { describeOutcome, testName, toTestResult } from './test-results';

const ended = (outcome: CheckOutcome): CheckEnded => ({
  kind: 'check',
  check: 'KEY-05/slash v2',
  id: 'KEY-05/slash',
  suite: 'rejected-keys',
  clause: 'KEY-05',
  title: 'refuses / in a key',
  version: 'v2',
  ended: outcome,
});

test('the full name of a test is id, title and version', () => {
  expect(testName(ended({ outcome: 'passed' }))).toBe('KEY-05/slash refuses / in a key (v2)');
  expect(testName({ id: 'KEY-02/any-legal-key', title: 'stores any legal key' })).toBe(
    'KEY-02/any-legal-key stores any legal key',
  );
});

test.each<[CheckOutcome, string, string | undefined]>([
  [{ outcome: 'passed' }, 'passed', undefined],
  [{ outcome: 'failed', message: 'status 500' }, 'failed', 'status 500'],
  [{ outcome: 'not tested', reason: 'no map', trouble: false }, 'pending', 'not tested: no map'],
  [{ outcome: 'not tested', reason: 'refused', trouble: true }, 'failed', 'not tested: refused'],
  [{ outcome: 'not run', need: 'lock', reason: 'status 403' }, 'pending', 'not run, it needs lock: status 403'],
  [{ outcome: 'not applicable', reason: 'no limit' }, 'pending', 'not applicable: no limit'],
])('%j is a test that is %s', (outcome, status, message) => {
  expect(describeOutcome(ended(outcome))).toEqual({ status, ...(message !== undefined && { message }) });
});

test('the result of a file counts its tests; equal messages stand there once', () => {
  const result = toTestResult('/a.suite.ts', Date.now() - 20, [
    { name: 'one', status: 'passed', duration: 7 },
    { name: 'two', status: 'failed', message: 'expected a\nobserved b' },
    { name: 'three', status: 'failed', message: 'expected a\nobserved b' },
    { name: 'four', status: 'pending', message: 'not run' },
    { name: 'five', status: 'pending' },
  ]);
  expect(result).toMatchObject({ numPassingTests: 1, numFailingTests: 2, numPendingTests: 2, skipped: false });
  expect(result.failureMessage).toBe('  ● two, and 1 more\n\n    expected a\n    observed b\n');
  expect(result.console).toEqual([{ message: 'four\n    not run', origin: '', type: 'info' }]);
  expect(result.testResults.map(({ status, duration }) => [status, duration])).toEqual([
    ['passed', 7],
    ['failed', null],
    ['failed', null],
    ['pending', null],
    ['pending', null],
  ]);
  expect(result.perfStats.runtime).toBeGreaterThanOrEqual(20);
});

test('a file whose tests are all pending is skipped', () => {
  expect(toTestResult('/a.suite.ts', 0, [{ name: 'one', status: 'pending' }]).skipped).toBe(true);
});
