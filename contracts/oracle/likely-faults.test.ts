import type { ClauseId } from '../clauses';
import { likelyFaults } from './likely-faults';

const always = () => true;

/** Whatever came upon the findings, it was no check of a clause in them, unless one is named. */
function faults(
  findings: ClauseId[][],
  isKept: (clause: ClauseId) => boolean = always,
  by: ClauseId = 'METHOD-04',
): ClauseId[] {
  return [
    ...likelyFaults(
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
  expect([...likelyFaults(findings, always)]).toEqual(['REPLACE-01', 'REPLACE-03']);
  expect([...likelyFaults(findings, (clause) => clause !== 'QUOTA-04')]).toEqual(['QUOTA-04']);
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
  expect([...likelyFaults(findings, always)]).toEqual(['REPLACE-01', 'REPLACE-02', 'STATE-02', 'STATE-03']);
});

test('what a check came upon while others were replaced does not speak against the clause that it is about', () => {
  const findings = [
    { suspects: ['ISOLATION-01', 'REPLACE-07'], by: 'REPLACE-07' },
    { suspects: ['ISOLATION-02', 'REPLACE-07'], by: 'ISOLATION-02' },
    { suspects: ['VERSION-02', 'ISOLATION-01', 'REPLACE-07'], by: 'ISOLATION-01' },
  ] as const;
  expect([...likelyFaults(findings, always)].sort()).toEqual(['ISOLATION-01', 'ISOLATION-02']);
});
