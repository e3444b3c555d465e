import { type CTRFReport, validate } from 'ctrf';
import type { Result } from '../result/result';
import { makeMissingCapability, makeResult } from '../testing/results';
import { applyBaseline } from '../verdict/baseline';
import { renderCtrf } from './ctrf';

const result = makeResult({
  'KEY-06': { verdict: 'failed' },
  'REPLACE-08': { verdict: 'failed' },
  'STATE-05': { verdict: 'not tested', reason: 'no way there' },
});

function read(of: Result): { report: CTRFReport; testOf: (clause: string) => unknown } {
  const report = JSON.parse(renderCtrf(of)) as CTRFReport;
  return { report, testOf: (clause) => report.results.tests.find(({ name }) => name.startsWith(`${clause} `)) };
}

test('a test fails where its clause fails the run, is skipped where it was not tested, and other where it is open', () => {
  const { testOf } = read(result);
  expect(testOf('KEY-06')).toMatchObject({ status: 'failed', rawStatus: 'failed', suite: ['KEY'], tags: ['MUST'] });
  expect(testOf('REPLACE-08')).toMatchObject({ status: 'skipped', message: expect.stringContaining('SHOULD, failed') });
  expect(testOf('STATE-05')).toMatchObject({ status: 'skipped', message: 'not tested: no way there' });
  expect(testOf('KEY-01')).toMatchObject({ status: 'passed' });
  expect(testOf('KEY-07')).toMatchObject({ status: 'other', rawStatus: 'open' });
  expect(testOf('VERSION-03')).toBeUndefined();
});

test('what the baseline knows is skipped', () => {
  const known = { clause: 'KEY-06', reason: 'mended soon', owner: 'o', expires: '2026-12-31' } as const;
  const { testOf } = read(applyBaseline(result, [known], '2026-06-30'));
  expect(testOf('KEY-06')).toMatchObject({ status: 'skipped', message: expect.stringContaining('mended soon') });
});

test('the verdict and the gate are told apart', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'o', expires: '2026-12-31' } as const;
  const extra = read(applyBaseline(result, [known], '2026-06-30')).report.results.environment?.extra;
  expect(extra).toMatchObject({
    verdict: 'not conformant',
    shownVerdict: 'not conformant',
    gate: 'gate: failed, the run is incomplete, 1 known failure',
  });
  const quick = read(makeResult({}, { effort: 'quick' })).report.results.environment?.extra;
  expect(quick).toMatchObject({ verdict: 'conformant', shownVerdict: 'conformant, quick' });
  expect(quick).not.toHaveProperty('gate');
});

test('a contradiction of the suite is a test that failed', () => {
  const { tests, summary, environment } = read(makeResult({}, {}, ['they disagree'])).report.results;
  expect(tests.filter(({ status }) => status === 'failed')).toMatchObject([
    { name: 'the suite agrees with itself', rawStatus: 'error', message: expect.stringContaining('they disagree') },
  ]);
  expect([summary.failed, summary.tests]).toEqual([1, tests.length]);
  expect(environment?.extra).toMatchObject({ verdict: 'error' });
});

test('the summary counts the tests', () => {
  const { tests, summary } = read(result).report.results;
  expect(summary).toMatchObject({ tests: tests.length, failed: 1, skipped: 2 });
  expect(summary.passed + summary.failed + summary.skipped + summary.other).toBe(tests.length);
  expect(summary.stop - summary.start).toBe(1_000);
});

test('a test took as long as the requests of its clause, in whole milliseconds', () => {
  const text = renderCtrf(result, (clause) => (clause === 'KEY-01' ? 12.6 : 0));
  const { tests } = (JSON.parse(text) as CTRFReport).results;
  expect(tests.filter(({ duration }) => duration > 0)).toMatchObject([
    { name: expect.stringMatching(/^KEY-01 /), duration: 13 },
  ]);
  expect(validate(JSON.parse(text))).toMatchObject({ valid: true });
});

test('missing capabilities are facts of the environment', () => {
  const { environment } = read({ ...makeResult({}), missing: [makeMissingCapability()] }).report.results;
  expect(environment?.extra).toMatchObject({
    missing: [
      {
        ...makeMissingCapability(),
        message: expect.stringMatching(/^missing a second project .*; the run is incomplete: /),
      },
    ],
  });
});

test.each([
  ['failures', result],
  ['nothing to tell', makeResult({})],
  ['a defect of the suite', makeResult({}, {}, ['they disagree'])],
  ['missing capabilities', { ...makeResult({}), missing: [makeMissingCapability()] }],
])('it is valid by the schema of the format: with %s', (_, of) => {
  expect(validate(read(of).report)).toMatchObject({ valid: true });
  expect(validate({ ...read(of).report, results: {} })).toMatchObject({ valid: false });
});
