import type { ClauseId } from '../../clauses';
import { type Violated, violated, wrongRejection } from '../finding';
import { Attribution } from './attribution';

const always = () => true;

function finding(...suspects: [ClauseId, ...ClauseId[]]): Violated {
  return { outcome: 'broken', suspects, expected: 'this', observed: 'that' };
}

test('a violation is attributed to the clause that explains all violations', () => {
  const attribution = new Attribution(always);
  const wide = finding('KEY-02', 'KEY-01', 'REPLACE-01');
  attribution.add([wide], 'METHOD-04');
  expect(attribution.clauseOf(wide)).toBe('KEY-02');
  attribution.add([finding('KEY-01')], 'KEY-01');
  expect(attribution.clauseOf(wide)).toBe('KEY-01');
  expect([...attribution.explain()]).toEqual(['KEY-01']);
});

test('a chosen clause explains a finding with several candidates, and only a forced one explains its only candidate', () => {
  const attribution = new Attribution(always);
  attribution.add([finding('KEY-02', 'REPLACE-01')], 'METHOD-04');
  expect(attribution.isExplained(finding('KEY-02', 'VALUE-03'))).toBe(true);
  expect(attribution.isExplained(finding('KEY-02'))).toBe(false);
  expect(attribution.isForced('KEY-02')).toBe(false);
  attribution.add([finding('KEY-02')], 'METHOD-04');
  expect(attribution.isExplained(finding('KEY-02'))).toBe(true);
  expect(attribution.isForced('KEY-02')).toBe(true);
});

test('a later unsteady status changes the attribution of earlier rejections', () => {
  const attribution = new Attribution(always);
  const [rejection] = wrongRejection(['KEY-01'], 'status 200', 400);
  if (rejection === undefined) throw new Error('no finding');
  attribution.add([rejection], 'KEY-01');
  expect(attribution.clauseOf(rejection)).toBe('KEY-01');
  attribution.add([{ ...rejection, suspects: ['ANSWER-01'], isUnsteady: true }], 'REPLACE-01');
  expect(attribution.clauseOf(rejection)).toBe('ANSWER-01');
  expect(attribution.isForced('KEY-01')).toBe(false);
});

test('satisfied clauses and readings are ignored', () => {
  const attribution = new Attribution(always);
  attribution.add([{ outcome: 'kept', clause: 'KEY-01' }, ...violated(['KEY-02'], 'this', 'that')], 'KEY-01');
  expect([...attribution.explain()]).toEqual(['KEY-02']);
});
