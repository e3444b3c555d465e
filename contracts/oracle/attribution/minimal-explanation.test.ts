import type { ClauseId } from '../../clauses';
import { firstServer, otherProjectServer, ScriptedTarget } from '../testing/scripted-target';
import { type CandidateSet, candidatesOf, runFacts } from './candidate-sets';
import { minimalExplanation } from './minimal-explanation';

const always = () => true;

/** @param by the clause of the check that found them: most tests use one that is no candidate. */
function explain(
  findings: ClauseId[][],
  isSatisfied: (clause: ClauseId) => boolean = always,
  by: ClauseId = 'METHOD-04',
): ClauseId[] {
  const sets = findings.map((candidates) => ({ candidates, by }));
  return [...minimalExplanation(sets, isSatisfied)];
}

test('the only candidate of a finding explains every finding with this candidate', () => {
  expect(explain([['KEY-02', 'KEY-01', 'VALUE-03'], ['VALUE-03'], ['ATOMIC-01', 'VALUE-03']])).toEqual(['VALUE-03']);
});

test('a candidate of all findings is chosen, whatever its place', () => {
  const mixed: ClauseId[][] = [
    ['KEY-02', 'KEY-01', 'VALUE-05', 'VALUE-03'],
    ['KEY-02', 'VALUE-05', 'VALUE-03'],
    ['VALUE-05', 'VALUE-01', 'VALUE-03'],
  ];
  expect(explain(mixed)).toEqual(['VALUE-05']);
});

test('the least specific candidate is passive', () => {
  expect(
    explain([
      ['KEY-09', 'REPLACE-01'],
      ['VALUE-02', 'REPLACE-01'],
    ]),
  ).toEqual(['KEY-09', 'VALUE-02']);
});

test('the least specific candidate is active if its own check found it', () => {
  const findings: ClauseId[][] = [
    ['QUOTA-01', 'VALUE-03'],
    ['REPLACE-03', 'VALUE-03'],
    ['KEY-02', 'VALUE-03'],
  ];
  expect(explain(findings, always, 'VALUE-03')).toEqual(['VALUE-03']);
  expect(explain(findings)).toEqual(['QUOTA-01', 'REPLACE-03', 'KEY-02']);
});

test('the least specific candidate is active if it alone was never satisfied', () => {
  const findings: ClauseId[][] = [
    ['VALUE-03', 'STATE-05'],
    ['REPLACE-04', 'STATE-05'],
  ];
  expect(explain(findings, (clause) => clause !== 'STATE-05')).toEqual(['STATE-05']);
  expect(explain(findings, (clause) => clause === 'VALUE-03')).toEqual(['REPLACE-04', 'STATE-05']);
  expect(explain(findings)).toEqual(['VALUE-03', 'REPLACE-04']);
});

test('of two candidates with equal hits, the one that its own check found is chosen', () => {
  expect(explain([['KEY-02', 'KEY-01', 'REPLACE-01']], always, 'KEY-01')).toEqual(['KEY-01']);
});

test('a satisfied clause is contradicted by findings of the own checks of other candidates', () => {
  const findings: CandidateSet[] = [
    { candidates: ['QUOTA-04', 'QUOTA-02', 'REPLACE-01'], by: 'REPLACE-01' },
    { candidates: ['QUOTA-04', 'VALUE-01', 'REPLACE-03', 'VALUE-03'], by: 'REPLACE-03' },
  ];
  expect([...minimalExplanation(findings, always)]).toEqual(['REPLACE-01', 'REPLACE-03']);
  expect([...minimalExplanation(findings, (clause) => clause !== 'QUOTA-04')]).toEqual(['QUOTA-04']);
});

test('of two candidates with equal hits, the one that was never satisfied is chosen, else the more specific one', () => {
  const findings: ClauseId[][] = [['QUOTA-04', 'QUOTA-02', 'REPLACE-01']];
  expect(explain(findings)).toEqual(['QUOTA-04']);
  expect(explain(findings, (clause) => clause !== 'QUOTA-02')).toEqual(['QUOTA-02']);
});

test('no findings need no explanation', () => {
  expect(explain([])).toEqual([]);
});

test('if two clauses of every replace are forced, the others are active', () => {
  const left: ClauseId[][] = [
    ['STATE-02', 'REPLACE-04'],
    ['VERSION-02', 'REPLACE-04', 'REPLACE-07'],
  ];
  expect(explain([['REPLACE-01'], ['REPLACE-02'], ...left], always, 'STATE-02')).toContain('REPLACE-04');
  expect(explain([['REPLACE-02'], ...left], always, 'STATE-02')).toEqual(['REPLACE-02', 'STATE-02', 'VERSION-02']);
});

test('a clause of every replace is not chosen for findings of the own checks of other clauses', () => {
  const findings: CandidateSet[] = [
    { candidates: ['REPLACE-01'], by: 'REPLACE-01' },
    { candidates: ['REPLACE-02'], by: 'REPLACE-02' },
    { candidates: ['STATE-02', 'REPLACE-04'], by: 'STATE-02' },
    { candidates: ['STATE-03', 'REPLACE-04'], by: 'STATE-03' },
  ];
  expect([...minimalExplanation(findings, always)]).toEqual(['REPLACE-01', 'REPLACE-02', 'STATE-02', 'STATE-03']);
});

test('a finding that a replace of another server may have caused is not one of the own check', () => {
  const findings: CandidateSet[] = [
    { candidates: ['ISOLATION-01', 'REPLACE-07'], by: 'REPLACE-07' },
    { candidates: ['ISOLATION-02', 'REPLACE-07'], by: 'ISOLATION-02' },
    { candidates: ['VERSION-02', 'ISOLATION-01', 'REPLACE-07'], by: 'ISOLATION-01' },
  ];
  expect([...minimalExplanation(findings, always)].sort()).toEqual(['ISOLATION-01', 'ISOLATION-02']);
});

const error = { badRequest: { code: 400, message: 'no' } };

/** The candidates of each violation, given all of them. */
function candidatesGivenAll(findings: ReturnType<ScriptedTarget['put']>): string[] {
  const violations = findings.filter((finding) => finding.outcome === 'violated');
  const facts = runFacts(violations);
  return violations.map((finding) => candidatesOf(finding, facts).join('|'));
}

test.each([400, 403, 404, 500])(
  'a rejection with %i of a plain request that was accepted before has no reason',
  (status) => {
    const target = new ScriptedTarget();
    target.getServer('active');
    const before = [...target.put({ one: 'é' }, status, error), ...target.put({}, status, error)];
    target.put({ old: '1' });
    const refusal = target.put({ old: '1' }, status, error);
    expect(refusal).toMatchObject([{ candidates: ['ANSWER-01'], refused: status, isUnsteady: true }]);
    target.put({ old: '1' });
    const after = target.put({ one: '1' }, status === 404 ? 400 : status, error, { server: otherProjectServer });
    const wrong = target.put({ 'a/b': '1' }, 422, error);
    const expected = [...[...before, ...refusal].map(() => 'ANSWER-01'), 'KEY-05'];
    const found = candidatesGivenAll([...before, ...refusal, ...after, ...wrong]);
    // A rejection with another status is judged as usual; an expected status gives no violation.
    if (status === 404) expected.splice(-1, 0, 'ACCESS-06');
    else if (status !== 403) expected.splice(-1, 0, 'ANSWER-01');
    expect(found).toEqual(expected);
  },
);

test('a rejection of a request with features, of a new one, or in another vm_state, has its reason', () => {
  const target = new ScriptedTarget();
  target.getServer('active');
  target.put({ old: '1' });
  const findings = [
    ...target.put({ one: '' }, 400, error),
    ...target.put({ new: '1' }, 400, error),
    ...target.put({ old: '1' }, 409, error),
  ];
  target.getServer('stopped');
  findings.push(...target.put({ old: '1' }, 400, error));
  expect(candidatesGivenAll(findings)).toEqual(['VALUE-02', 'ANSWER-01', 'STATE-01', 'STATE-02']);
});

test('a target that accepts with another status than 200 is not unsteady', () => {
  const target = new ScriptedTarget();
  target.put({ old: '1' });
  const findings = [...target.put({ old: '1' }, 202), ...target.put({ one: '' }, 400, error, { server: firstServer })];
  expect(candidatesGivenAll(findings)).toEqual(['ANSWER-01', 'VALUE-02']);
});
