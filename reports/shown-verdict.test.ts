import { withBaseline } from './baseline';
import { headline, shownVerdict } from './shown-verdict';
import { aMissing } from './testing/a-missing';
import { aResult } from './testing/a-result';

test('waived clauses and waived capabilities are counted', () => {
  const result = aResult({ 'KEY-01': { verdict: 'not tested', waived: true } });
  const missing = [aMissing({ waived: true }), aMissing({ capability: 'lock' })];
  expect(shownVerdict({ ...result, missing })).toBe('conformant, 2 waived');
});

test('a clause that lost some of its checks, and is waived by its name or its family, is counted', () => {
  const clauses = { 'ACCESS-06': { checks: { run: 2, notTested: 0, notRun: 13 } } } as const;
  expect(shownVerdict(aResult(clauses, { waived: ['ACCESS-06'] }))).toBe('conformant, 1 waived');
  expect(shownVerdict(aResult(clauses, { waived: ['access'] }))).toBe('conformant, 1 waived');
  expect(shownVerdict(aResult(clauses, { waived: ['KEY-01'] }))).toBe('conformant');
});

test('a quick run says that it was one', () => {
  const waived = { 'KEY-01': { verdict: 'not tested', waived: true } } as const;
  expect(shownVerdict(aResult({}, { effort: 'quick' }))).toBe('conformant, quick');
  expect(shownVerdict(aResult(waived, { effort: 'quick' }))).toBe('conformant, 1 waived, quick');
  expect(shownVerdict(aResult({}, { effort: 'thorough' }))).toBe('conformant');
});

test.each(['conformant', 'not conformant', 'incomplete', 'error'] as const)('%s without waivers', (verdict) => {
  expect(shownVerdict({ ...aResult({}), verdict })).toBe(verdict);
  expect(headline({ ...aResult({}), verdict })).toBe(verdict);
});

test.each(['not conformant', 'incomplete', 'error'] as const)('%s stays what it is with waivers', (verdict) => {
  const result = aResult({}, { effort: 'quick' });
  expect(shownVerdict({ ...result, verdict, missing: [aMissing({ waived: true })] })).toBe(verdict);
});

test('the headline tells the gate apart from the verdict', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'https://example.com/1', expires: '2026-12-31' } as const;
  const failed = withBaseline(aResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30');
  expect(headline(failed)).toBe('not conformant; gate: passed, 1 known failure');
  const mended = withBaseline(aResult({}), [known], '2026-06-30');
  expect(headline(mended)).toBe('conformant; gate: failed, 1 out of date, 0 known failures');
});
