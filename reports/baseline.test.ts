import type { ClauseId } from '../contracts/clauses';
import { type KnownFailure, withBaseline } from './baseline';
import { baselineLines } from './baseline-lines';
import type { Result } from './result';
import { aResult } from './testing/a-result';
import type { Verdict } from './verdict';

const today = '2026-06-30';
const known = (clause: ClauseId, expires = '2026-12-31'): KnownFailure => {
  return { clause, reason: 'being mended', owner: 'https://example.com/1', expires };
};
const found = (verdicts: Partial<Record<ClauseId, Verdict>>, run: Partial<Result['run']> = {}) =>
  aResult(Object.fromEntries(Object.entries(verdicts).map(([clause, verdict]) => [clause, { verdict }])), run);

test.each<[string, Result, KnownFailure[], number, RegExp]>([
  ['nothing fails, and nothing is known', found({}), [], 0, /0 known, 0 new/],
  ['what fails is known', found({ 'KEY-06': 'failed' }), [known('KEY-06')], 0, /1 known, 0 new/],
  ['what fails is known until today', found({ 'KEY-06': 'failed' }), [known('KEY-06', today)], 0, /1 known/],
  [
    'what fails was known until yesterday',
    found({ 'KEY-06': 'failed' }),
    [known('KEY-06', '2026-06-29')],
    1,
    /1 expired/,
  ],
  [
    'something else fails',
    found({ 'KEY-06': 'failed', 'KEY-01': 'failed' }),
    [known('KEY-06')],
    1,
    /new failure +KEY-01/,
  ],
  ['what was known no longer fails', found({}), [known('KEY-06')], 1, /out of date +KEY-06: being mended \(https/],
  ['what was known does not bind', found({}), [known('VERSION-03')], 1, /1 no longer failing/],
  ['what is known was not tested', found({ 'KEY-06': 'not tested' }), [known('KEY-06')], 3, /0 no longer failing/],
  [
    'beside what is known something was not tested',
    found({ 'KEY-06': 'failed', 'KEY-01': 'not tested' }),
    [known('KEY-06')],
    3,
    /1 known/,
  ],
  [
    'a server was not put back',
    found({ 'KEY-06': 'failed' }, { notPutBack: ['server 1 holds something else'] }),
    [known('KEY-06')],
    3,
    /1 known/,
  ],
  ['a SHOULD fails that nobody knew', found({ 'REPLACE-08': 'failed' }), [], 0, /0 new/],
  ['a SHOULD fails under --strict', found({ 'REPLACE-08': 'failed' }, { strict: true }), [], 1, /1 new/],
  ['a SHOULD is known', found({ 'REPLACE-08': 'failed' }), [known('REPLACE-08')], 0, /1 known/],
])('where %s, the exit code says so', (_, result, baseline, exitCode, words) => {
  const held = withBaseline(result, baseline, today);
  expect(held.exitCode).toBe(exitCode);
  expect(held.baseline && baselineLines(held.baseline).join('\n')).toMatch(words);
});

test('a known failure does not make a target conformant', () => {
  expect(withBaseline(found({ 'KEY-06': 'failed' }), [known('KEY-06')], today).verdict).toBe('not conformant');
});

test('a known failure does not hide a defect of the suite', () => {
  const result = { ...found({ 'KEY-06': 'failed' }), defects: ['they disagree'] };
  expect(withBaseline(result, [known('KEY-06')], today).exitCode).toBe(4);
});
