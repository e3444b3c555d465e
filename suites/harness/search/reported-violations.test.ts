import type { ClauseId } from '../../../contracts/clauses';
import { violated, wrongRejection } from '../../../contracts/oracle/finding';
import { ecs } from '../../../contracts/profiles/ecs';
import { ReportedViolations } from './reported-violations';

const fault = (...candidates: ClauseId[]) => violated(candidates, 'this', 'that');

test('a clause that was the only candidate once explains every finding with this candidate', () => {
  const known = new ReportedViolations(ecs);
  known.add(fault('REPLACE-02'), 'REPLACE-02');
  expect(known.has('REPLACE-02')).toBe(true);
  expect(known.unreported(fault('VALUE-03', 'REPLACE-02'))).toEqual([]);
  expect(known.unreported(fault('VALUE-03'))).toHaveLength(1);
});

test('a clause that was one candidate of several is not known to be violated', () => {
  const known = new ReportedViolations(ecs);
  known.add(fault('KEY-02', 'REPLACE-01'), 'KEY-02');
  expect(known.has('KEY-02')).toBe(false);
  expect(known.unreported(fault('KEY-02'))).toHaveLength(1);
  expect(known.unreported(fault('KEY-02', 'REPLACE-01'))).toEqual([]);
});

test('a clause that is not applicable in the profile is no violation', () => {
  expect(new ReportedViolations(ecs).unreported(fault('VERSION-03'))).toEqual([]);
});

test('a target that is known to refuse without a reason: the same refusal is no new violation', () => {
  const known = new ReportedViolations(ecs);
  const refusal = (status: number) => wrongRejection(['KEY-01'], 'status 200', status);
  expect(known.unreported(refusal(400))).toHaveLength(1);
  known.add(
    refusal(400).map((finding) => ({ ...finding, isUnsteady: true })),
    'REPLACE-01',
  );
  expect(known.unreported(refusal(400))).toEqual([]);
  expect(known.unreported(refusal(409))).toHaveLength(1);
});
