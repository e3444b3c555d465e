import type { ClauseId } from '../contracts/clauses';
import { withBaseline } from './baseline';
import { failureNote, gateWords, isKnown } from './gate-words';
import { aResult } from './testing/a-result';

const today = '2026-06-30';
const known = (clause: ClauseId, expires = '2026-12-31') => {
  return { clause, reason: 'being mended', owner: 'https://example.com/1', expires };
};
const two = { 'KEY-01': { verdict: 'failed' }, 'KEY-06': { verdict: 'failed' } } as const;
const open = { 'KEY-01': { verdict: 'failed' }, 'KEY-06': { verdict: 'not tested' } } as const;

test.each<[string, ReturnType<typeof aResult>, ReturnType<typeof known>[], string]>([
  ['all are known', aResult(two), [known('KEY-01'), known('KEY-06')], 'gate: passed, 2 known failures'],
  ['nothing failed', aResult({}), [], 'gate: passed, 0 known failures'],
  ['one is new', aResult(two), [known('KEY-01')], 'gate: failed, 1 new failure, 1 known failure'],
  [
    'one is expired and one is out of date',
    aResult(two),
    [known('KEY-01', '2026-06-29'), known('KEY-06'), known('KEY-02')],
    'gate: failed, 1 expired, 1 out of date, 1 known failure',
  ],
  ['one was not tested', aResult(open), [known('KEY-01')], 'gate: failed, the run is incomplete, 1 known failure'],
  [
    'the suite contradicts itself',
    aResult({ 'KEY-01': { verdict: 'failed' } }, {}, ['they disagree']),
    [known('KEY-01')],
    'gate: failed, the suite contradicts itself, 1 known failure',
  ],
])('the gate tells where %s', (_, result, baseline, words) => {
  expect(gateWords(withBaseline(result, baseline, today))).toBe(words);
});

test('without a baseline there is no gate beside the verdict', () => {
  expect(gateWords(aResult(two))).toBeUndefined();
  expect(failureNote('KEY-01', undefined)).toBeUndefined();
  expect(isKnown('KEY-01', undefined)).toBe(false);
});

test('a failure is marked as known, expired or new', () => {
  const failed = { ...two, 'KEY-02': { verdict: 'failed' } } as const;
  const listed = [known('KEY-01'), known('KEY-06', '2026-06-29')];
  const { baseline } = withBaseline(aResult(failed), listed, today);
  const notes = (['KEY-01', 'KEY-06', 'KEY-02', 'KEY-03'] as const).map((clause) => failureNote(clause, baseline));
  expect(notes).toEqual(['known until 2026-12-31', 'expired: known until 2026-06-29', 'new', undefined]);
  expect([isKnown('KEY-01', baseline), isKnown('KEY-06', baseline)]).toEqual([true, false]);
});
