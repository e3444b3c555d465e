import { shownVerdict } from './shown-verdict';
import { aMissing } from './testing/a-missing';
import { aResult } from './testing/a-result';

test('waived clauses and waived capabilities are counted', () => {
  const result = aResult({ 'KEY-01': { verdict: 'not tested', waived: true } });
  const missing = [aMissing({ waived: true }), aMissing({ capability: 'lock' })];
  expect(shownVerdict({ ...result, missing })).toBe('conformant, 2 waived');
});

test.each(['conformant', 'not conformant', 'incomplete', 'error'] as const)('%s without waivers', (verdict) => {
  expect(shownVerdict({ ...aResult({}), verdict })).toBe(verdict);
});

test.each(['not conformant', 'incomplete', 'error'] as const)('%s stays what it is with waivers', (verdict) => {
  expect(shownVerdict({ ...aResult({}), verdict, missing: [aMissing({ waived: true })] })).toBe(verdict);
});
