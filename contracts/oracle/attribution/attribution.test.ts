import type { ClauseId } from '../../clauses';
import { type Violated, violated, wrongRejection } from '../finding';
import { Attribution } from './attribution';

const always = () => true;

function finding(...candidates: [ClauseId, ...ClauseId[]]): Violated {
  return { outcome: 'violated', candidates, expected: 'this', observed: 'that' };
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
  attribution.add([{ ...rejection, candidates: ['ANSWER-01'], isUnsteady: true }], 'REPLACE-01');
  expect(attribution.clauseOf(rejection)).toBe('ANSWER-01');
  expect(attribution.isForced('KEY-01')).toBe(false);
});

test('satisfied clauses and readings are ignored', () => {
  const attribution = new Attribution(always);
  attribution.add([{ outcome: 'satisfied', clause: 'KEY-01' }, ...violated(['KEY-02'], 'this', 'that')], 'KEY-01');
  expect([...attribution.explain()]).toEqual(['KEY-02']);
});

const rejection = (status: number, ...candidates: ClauseId[]) => wrongRejection(candidates, 'status 200', status);
const unsteady = (status: number) =>
  rejection(status, 'ANSWER-01').map((each) => ({ ...each, isUnsteady: true as const }));

/** The clauses of findings that checks of their first candidates made. */
function clausesOf(...findings: readonly Violated[]): ClauseId[] {
  const attribution = new Attribution(always);
  for (const each of findings) attribution.add([each], each.candidates[0]);
  return findings.map((each) => attribution.clauseOf(each));
}

test('rejections with an unsteady status are attributed to ANSWER-01 alone', () => {
  const findings = [...rejection(400, 'KEY-01'), ...unsteady(400), ...rejection(400, 'STATE-06')];
  expect(clausesOf(...findings)).toEqual(['ANSWER-01', 'ANSWER-01', 'ANSWER-01']);
});

test('an unsteady status does not change the attribution of other statuses and other findings', () => {
  const findings = [...unsteady(503), ...rejection(400, 'KEY-01'), ...violated(['KEY-05'], 'status 400', 'status 200')];
  expect(clausesOf(...findings)).toEqual(['ANSWER-01', 'KEY-01', 'KEY-05']);
});

test('a stale map is attributed to a replace clause only if this clause is forced', () => {
  const explained = violated(['ATOMIC-01', 'REPLACE-07'], 'this', 'that').map(
    (stale): Violated => ({ ...stale, explainedBy: ['REPLACE-02'] }),
  );
  expect(clausesOf(...explained)).toEqual(['ATOMIC-01']);
  expect(clausesOf(...explained, finding('REPLACE-02'))).toEqual(['REPLACE-02', 'REPLACE-02']);
});

test('an earlier value is not an altered one if replaces fail whatever their maps are', () => {
  const left: Violated[] = [
    finding('VALUE-02', 'REPLACE-03', 'VALUE-03'),
    finding('REPLACE-03', 'VALUE-03'),
    { ...finding('VERSION-02', 'REPLACE-07'), explainedBy: ['REPLACE-03'] },
  ];
  const every = [finding('REPLACE-01'), finding('REPLACE-02')];
  expect(clausesOf(...every, ...left).slice(2)).toEqual(['REPLACE-03', 'REPLACE-03', 'REPLACE-03']);
  expect(clausesOf(...left)[2]).toBe('VERSION-02');
});

test('a plain request that is always rejected explains no other rejection', () => {
  expect(clausesOf(...rejection(400, 'ANSWER-01'), ...rejection(400, 'KEY-01'))).toEqual(['ANSWER-01', 'KEY-01']);
});
