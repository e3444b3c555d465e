import type { ClauseId } from '../../contracts/clauses';
import type { Result, Verdict } from '../result/result';
import { makeMissingCapability, makeResult } from '../testing/results';
import {
  applyBaseline,
  baselineNote,
  describeBaseline,
  describeGate,
  isKnownFailure,
  isMasked,
  type KnownFailure,
} from './baseline';

const today = '2026-06-30';
const known = (clause: ClauseId, expires = '2026-12-31'): KnownFailure => {
  return { clause, reason: 'being mended', owner: 'https://example.com/1', expires };
};
const found = (verdicts: Partial<Record<ClauseId, Verdict>>, run: Partial<Result['run']> = {}) =>
  makeResult(Object.fromEntries(Object.entries(verdicts).map(([clause, verdict]) => [clause, { verdict }])), run);

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
    'a server was not restored',
    found({ 'KEY-06': 'failed' }, { notPutBack: ['server 1 holds something else'] }),
    [known('KEY-06')],
    3,
    /1 known/,
  ],
  ['a SHOULD fails that nobody knew', found({ 'REPLACE-08': 'failed' }), [], 0, /0 new/],
  ['a SHOULD fails under --strict', found({ 'REPLACE-08': 'failed' }, { strict: true }), [], 1, /1 new/],
  ['a SHOULD is known', found({ 'REPLACE-08': 'failed' }), [known('REPLACE-08')], 0, /1 known/],
])('if %s, the exit code shows it', (_, result, baseline, exitCode, words) => {
  const gated = applyBaseline(result, baseline, today);
  expect(gated.exitCode).toBe(exitCode);
  expect(gated.baseline && describeBaseline(gated.baseline).join('\n')).toMatch(words);
});

test('a known failure does not make a target conformant', () => {
  expect(applyBaseline(found({ 'KEY-06': 'failed' }), [known('KEY-06')], today).verdict).toBe('not conformant');
});

const masked = (...maskedBy: ClauseId[]) => ({ verdict: 'not tested', maskedBy }) as const;
const failedKey = { 'KEY-06': { verdict: 'failed' } } as const;

test.each<[string, Result, KnownFailure[], number, readonly ClauseId[] | undefined]>([
  ['known failures', makeResult({ ...failedKey, 'KEY-01': masked('KEY-06') }), [known('KEY-06')], 0, ['KEY-01']],
  [
    'a known failure and an unknown SHOULD',
    makeResult({ ...failedKey, 'REPLACE-08': { verdict: 'failed' }, 'KEY-01': masked('KEY-06', 'REPLACE-08') }),
    [known('KEY-06')],
    3,
    undefined,
  ],
  [
    'an expired failure',
    makeResult({ ...failedKey, 'KEY-01': masked('KEY-06') }),
    [known('KEY-06', '2026-06-29')],
    1,
    undefined,
  ],
  [
    'known failures, and another clause was not tested for another reason',
    makeResult({ ...failedKey, 'KEY-01': masked('KEY-06'), 'KEY-02': { verdict: 'not tested' } }),
    [known('KEY-06')],
    3,
    ['KEY-01'],
  ],
])('if a clause was not tested only because of %s, the exit code shows it', (_, result, baseline, exitCode, names) => {
  const gated = applyBaseline(result, baseline, today);
  expect(gated).toMatchObject({ verdict: 'not conformant', exitCode });
  expect(gated.baseline?.masked).toEqual(names);
  expect(isMasked('KEY-01', gated.baseline)).toBe(names !== undefined);
});

test('a missing capability blocks the gate also beside masked clauses', () => {
  const result = makeResult({ ...failedKey, 'KEY-01': masked('KEY-06') });
  const gated = applyBaseline({ ...result, missing: [makeMissingCapability()] }, [known('KEY-06')], today);
  expect(gated.exitCode).toBe(3);
});

test('a known failure does not hide a defect of the suite', () => {
  const result = { ...found({ 'KEY-06': 'failed' }), defects: ['they disagree'] };
  expect(applyBaseline(result, [known('KEY-06')], today).exitCode).toBe(4);
});

const runDay = '2026-06-30';
const knownFailure = (clause: ClauseId, expires = '2026-12-31') => {
  return { clause, reason: 'being mended', owner: 'https://example.com/1', expires };
};
const two = { 'KEY-01': { verdict: 'failed' }, 'KEY-06': { verdict: 'failed' } } as const;
const open = { 'KEY-01': { verdict: 'failed' }, 'KEY-06': { verdict: 'not tested' } } as const;

test.each<[string, ReturnType<typeof makeResult>, ReturnType<typeof knownFailure>[], string]>([
  [
    'all are known',
    makeResult(two),
    [knownFailure('KEY-01'), knownFailure('KEY-06')],
    'gate: passed, 2 known failures',
  ],
  ['nothing failed', makeResult({}), [], 'gate: passed, 0 known failures'],
  ['one is new', makeResult(two), [knownFailure('KEY-01')], 'gate: failed, 1 new failure, 1 known failure'],
  [
    'one is expired and one is out of date',
    makeResult(two),
    [knownFailure('KEY-01', '2026-06-29'), knownFailure('KEY-06'), knownFailure('KEY-02')],
    'gate: failed, 1 expired, 1 out of date, 1 known failure',
  ],
  [
    'one was not tested',
    makeResult(open),
    [knownFailure('KEY-01')],
    'gate: failed, the run is incomplete, 1 known failure',
  ],
  [
    'the suite contradicts itself',
    makeResult({ 'KEY-01': { verdict: 'failed' } }, {}, ['they disagree']),
    [knownFailure('KEY-01')],
    'gate: failed, the suite contradicts itself, 1 known failure',
  ],
])('the gate if %s', (_, result, baseline, words) => {
  expect(describeGate(applyBaseline(result, baseline, runDay))).toBe(words);
});

test('without a baseline there is no gate', () => {
  expect(describeGate(makeResult(two))).toBeUndefined();
  expect(baselineNote('KEY-01', undefined)).toBeUndefined();
  expect(isKnownFailure('KEY-01', undefined)).toBe(false);
});

test('a failure is marked as known, expired or new', () => {
  const failed = { ...two, 'KEY-02': { verdict: 'failed' } } as const;
  const listed = [knownFailure('KEY-01'), knownFailure('KEY-06', '2026-06-29')];
  const { baseline } = applyBaseline(makeResult(failed), listed, runDay);
  const notes = (['KEY-01', 'KEY-06', 'KEY-02', 'KEY-03'] as const).map((clause) => baselineNote(clause, baseline));
  expect(notes).toEqual(['known until 2026-12-31', 'expired: known until 2026-06-29', 'new', undefined]);
  expect([isKnownFailure('KEY-01', baseline), isKnownFailure('KEY-06', baseline)]).toEqual([true, false]);
});
