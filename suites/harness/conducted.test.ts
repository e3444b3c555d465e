import type { ClauseId } from '../../contracts/clauses';
import { broken, type Finding, kept } from '../../contracts/oracle/finding';
import { isBlurred } from './conducted';
import { passed } from './outcome-of';

const failed = { outcome: 'failed', message: 'expected otherwise' } as const;
const finding = (...suspects: ClauseId[]): Finding[] => broken(suspects, 'one map', 'another');

test.each([
  ['nothing broken', passed, [kept('ISOLATION-01')], false],
  ['what a replace of another server may have done', failed, finding('ISOLATION-01', 'REPLACE-07'), true],
  ['the same, seen behind its own expectations', passed, finding('REPLACE-02', 'ISOLATION-02'), true],
  ['what no other server has to do with', failed, finding('REPLACE-02'), false],
  ['both', failed, [...finding('REPLACE-02'), ...finding('ISOLATION-01', 'REPLACE-07')], false],
  ['an expectation that is not met, and nothing that tells why', failed, [], true],
] as const)('a check that came upon %s', (_, outcome, findings, blurred) => {
  expect(isBlurred({ outcome, findings, isShared: true })).toBe(blurred);
  expect(isBlurred({ outcome, findings, isShared: false })).toBe(false);
});
