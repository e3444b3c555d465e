import type { ClauseId } from '../../clauses';
import { firstServer, otherProjectServer, ScriptedTarget } from '../testing/scripted-target';
import { candidatesGiven, minimalExplanation, runContext } from './minimal-explanation';

const always = () => true;

/** Whatever came upon the findings, it was no check of a clause in them, unless one is named. */
function faults(
  findings: ClauseId[][],
  isKept: (clause: ClauseId) => boolean = always,
  by: ClauseId = 'METHOD-04',
): ClauseId[] {
  return [
    ...minimalExplanation(
      findings.map((suspects) => ({ suspects, by })),
      isKept,
    ),
  ];
}

test('a clause that broke alone explains every finding in which it is a suspect', () => {
  expect(faults([['KEY-02', 'KEY-01', 'VALUE-03'], ['VALUE-03'], ['ATOMIC-01', 'VALUE-03']])).toEqual(['VALUE-03']);
});

test('what all findings share is the fault, wherever it stands in them', () => {
  const mixed: ClauseId[][] = [
    ['KEY-02', 'KEY-01', 'VALUE-05', 'VALUE-03'],
    ['KEY-02', 'VALUE-05', 'VALUE-03'],
    ['VALUE-05', 'VALUE-01', 'VALUE-03'],
  ];
  expect(faults(mixed)).toEqual(['VALUE-05']);
});

test('the plain clause at the end is not the fault of two narrow ones that share it', () => {
  expect(
    faults([
      ['KEY-09', 'REPLACE-01'],
      ['VALUE-02', 'REPLACE-01'],
    ]),
  ).toEqual(['KEY-09', 'VALUE-02']);
});

test('the plain clause at the end is the fault where its own check came upon it, and it explains most', () => {
  const findings: ClauseId[][] = [
    ['QUOTA-01', 'VALUE-03'],
    ['REPLACE-03', 'VALUE-03'],
    ['KEY-02', 'VALUE-03'],
  ];
  expect(faults(findings, always, 'VALUE-03')).toEqual(['VALUE-03']);
  expect(faults(findings)).toEqual(['QUOTA-01', 'REPLACE-03', 'KEY-02']);
});

test('of two that explain as much, the one whose own check came upon it is the fault', () => {
  expect(faults([['KEY-02', 'KEY-01', 'REPLACE-01']], always, 'KEY-01')).toEqual(['KEY-01']);
});

test('a clause that was kept is not the fault of findings that others came upon by their own checks', () => {
  const findings = [
    { suspects: ['QUOTA-04', 'QUOTA-02', 'REPLACE-01'], by: 'REPLACE-01' },
    { suspects: ['QUOTA-04', 'VALUE-01', 'REPLACE-03', 'VALUE-03'], by: 'REPLACE-03' },
  ] as const;
  expect([...minimalExplanation(findings, always)]).toEqual(['REPLACE-01', 'REPLACE-03']);
  expect([...minimalExplanation(findings, (clause) => clause !== 'QUOTA-04')]).toEqual(['QUOTA-04']);
});

test('of two that explain as much, the one that was never kept is the fault; else the first', () => {
  const findings: ClauseId[][] = [['QUOTA-04', 'QUOTA-02', 'REPLACE-01']];
  expect(faults(findings)).toEqual(['QUOTA-04']);
  expect(faults(findings, (clause) => clause !== 'QUOTA-02')).toEqual(['QUOTA-02']);
});

test('where nothing broke there is no fault', () => {
  expect(faults([])).toEqual([]);
});

test('where replaces go wrong in two ways whatever they carry, a third way explains what is left', () => {
  const left: ClauseId[][] = [
    ['STATE-02', 'REPLACE-04'],
    ['VERSION-02', 'REPLACE-04', 'REPLACE-07'],
  ];
  expect(faults([['REPLACE-01'], ['REPLACE-02'], ...left], always, 'STATE-02')).toContain('REPLACE-04');
  expect(faults([['REPLACE-02'], ...left], always, 'STATE-02')).toEqual(['REPLACE-02', 'STATE-02', 'VERSION-02']);
});

test('such a third way is not what checks of other clauses came upon, each of its own', () => {
  const findings = [
    { suspects: ['REPLACE-01'], by: 'REPLACE-01' },
    { suspects: ['REPLACE-02'], by: 'REPLACE-02' },
    { suspects: ['STATE-02', 'REPLACE-04'], by: 'STATE-02' },
    { suspects: ['STATE-03', 'REPLACE-04'], by: 'STATE-03' },
  ] as const;
  expect([...minimalExplanation(findings, always)]).toEqual(['REPLACE-01', 'REPLACE-02', 'STATE-02', 'STATE-03']);
});

test('what a check came upon while others were replaced does not speak against the clause that it is about', () => {
  const findings = [
    { suspects: ['ISOLATION-01', 'REPLACE-07'], by: 'REPLACE-07' },
    { suspects: ['ISOLATION-02', 'REPLACE-07'], by: 'ISOLATION-02' },
    { suspects: ['VERSION-02', 'ISOLATION-01', 'REPLACE-07'], by: 'ISOLATION-01' },
  ] as const;
  expect([...minimalExplanation(findings, always)].sort()).toEqual(['ISOLATION-01', 'ISOLATION-02']);
});

const error = { badRequest: { code: 400, message: 'no' } };

/** The clauses that are suspected of each broken finding, once all of them are known. */
function settled(findings: ReturnType<ScriptedTarget['put']>): string[] {
  const broken = findings.filter((finding) => finding.outcome === 'broken');
  const run = runContext(broken);
  return broken.map((finding) => candidatesGiven(finding, run).join('|'));
}

test.each([400, 403, 404, 500])('a plain request that was taken before is refused with %i for no reason', (status) => {
  const target = new ScriptedTarget();
  target.getServer('active');
  const before = [...target.put({ one: 'é' }, status, error), ...target.put({}, status, error)];
  target.put({ old: '1' });
  const refusal = target.put({ old: '1' }, status, error);
  expect(refusal).toMatchObject([{ suspects: ['ANSWER-01'], refused: status, isUnsteady: true }]);
  target.put({ old: '1' });
  const after = target.put({ one: '1' }, status === 404 ? 400 : status, error, { server: otherProjectServer });
  const wrong = target.put({ 'a/b': '1' }, 422, error);
  const expected = [...[...before, ...refusal].map(() => 'ANSWER-01'), 'KEY-05'];
  const found = settled([...before, ...refusal, ...after, ...wrong]);
  // A refusal with another status is what it is; where the status is right there is nothing to settle.
  if (status === 404) expected.splice(-1, 0, 'ACCESS-06');
  else if (status !== 403) expected.splice(-1, 0, 'ANSWER-01');
  expect(found).toEqual(expected);
});

test('a refusal of what is peculiar, of what was never taken, or in another vm_state, has its reason', () => {
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
  expect(settled(findings)).toEqual(['VALUE-02', 'ANSWER-01', 'STATE-01', 'STATE-02']);
});

test('a target that answers another status than 200 to what it takes is not unsteady', () => {
  const target = new ScriptedTarget();
  target.put({ old: '1' });
  const findings = [...target.put({ old: '1' }, 202), ...target.put({ one: '' }, 400, error, { server: firstServer })];
  expect(settled(findings)).toEqual(['ANSWER-01', 'VALUE-02']);
});
