import type { ClauseId } from '../../../contracts/clauses';
import type { CheckOutcome } from '../../../contracts/evidence/events';
import { type Finding, type Violated, violated } from '../../../contracts/oracle/finding';
import { passed } from '../run/check-outcome';
import { type CheckRun, confirm, needsRerun } from './check-run';

const failed: CheckOutcome = { outcome: 'failed', message: 'expected otherwise' };
const trouble: CheckOutcome = { outcome: 'not tested', reason: 'no answer', trouble: true };
const all = (findings: readonly Finding[]) => findings as readonly Violated[];

function pass(outcome: CheckOutcome, ...candidates: readonly (readonly ClauseId[])[]): CheckRun {
  const findings = candidates.flatMap((each) => violated(each, 'one map', 'another'));
  return { outcome, findings, isShared: false, hadDiscardedResponse: false };
}

test.each<[string, CheckRun[], boolean]>([
  ['nothing', [pass(passed)], false],
  ['a clause broken', [pass(failed, ['KEY-01'])], true],
  ['a clause broken behind its own expectations', [pass(passed, ['KEY-01'])], true],
  ['an expectation that is not met, and nothing that tells why', [pass(failed)], true],
  ['the same clause broken twice', [pass(failed, ['KEY-01']), pass(failed, ['VALUE-01', 'KEY-01'])], false],
  ['nothing the second time', [pass(failed, ['KEY-01']), pass(passed)], false],
  ['something else the second time', [pass(failed, ['KEY-01']), pass(failed, ['VALUE-01'])], true],
  ['trouble the second time', [pass(failed, ['KEY-01']), pass(trouble)], true],
])('whether a check with this result runs again: %s', (_, passes, expected) => {
  expect(needsRerun(passes, all)).toBe(expected);
});

test('a check that failed twice, never in the same way, runs again also if its violation is reported', () => {
  expect(needsRerun([pass(failed), pass(failed, ['REPLACE-08'])], () => [])).toBe(true);
});

test('a reported violation needs no second run', () => {
  expect(needsRerun([pass(failed, ['KEY-01'])], () => [])).toBe(false);
});

test.each<[string, CheckRun[], CheckOutcome, number, number]>([
  ['once, and the check is not made again', [pass(failed, ['KEY-01'])], failed, 1, 0],
  ['twice', [pass(failed, ['KEY-01']), pass(failed, ['KEY-01'])], failed, 1, 0],
  ['once and not again', [pass(failed, ['KEY-01']), pass(passed)], passed, 0, 1],
  ['first and last', [pass(failed, ['KEY-01']), pass(trouble), pass(failed, ['KEY-01'])], failed, 1, 0],
  ['once, and then the way fails', [pass(failed, ['KEY-01']), pass(trouble), pass(trouble)], trouble, 0, 1],
  [
    'beside another that does not stay',
    [pass(failed, ['KEY-01', 'KEY-02'], ['BODY-01']), pass(failed, ['KEY-02'])],
    failed,
    1,
    1,
  ],
  ['by the check alone, each time', [pass(failed), pass(failed)], failed, 0, 0],
])('a violation shows %s', (_, passes, outcome, confirmed, doubted) => {
  const weighed = confirm(passes);
  expect(weighed.outcome).toEqual(outcome);
  expect(weighed.confirmed).toHaveLength(confirmed);
  expect(weighed.unconfirmed).toHaveLength(doubted);
});

test('a check that never fails in the same way is inconclusive, and one without a violation whose responses were discarded', () => {
  const otherwise = [pass(failed, ['KEY-01']), pass(failed, ['BODY-01']), pass(failed, ['VALUE-01'])];
  expect(confirm(otherwise).outcome).toMatchObject({ outcome: 'not tested', trouble: true });
  const disturbed = [pass(failed), { ...pass(failed), hadDiscardedResponse: true }];
  expect(confirm(disturbed).outcome).toMatchObject({ outcome: 'not tested', trouble: true });
});

test.each<[string, ClauseId[][]]>([
  ['first', [['REPLACE-05'], ['REPLACE-02', 'REPLACE-05']]],
  ['later', [['ISOLATION-01', 'REPLACE-07'], ['REPLACE-07']]],
])('a violation that shows with fewer candidates %s counts with these', (_, seen) => {
  const narrowest = seen.toSorted((one, other) => one.length - other.length)[0];
  expect(confirm(seen.map((candidates) => pass(failed, candidates))).confirmed).toMatchObject([
    { candidates: narrowest },
  ]);
});
