import type { ClauseId } from '../clauses';
import { likelyFaults } from './likely-faults';

const always = () => true;

function faults(findings: ClauseId[][], isKept: (clause: ClauseId) => boolean = always): ClauseId[] {
  return [...likelyFaults(findings, isKept)];
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

test('of two that explain as much, the one that was never kept is the fault; else the first', () => {
  const findings: ClauseId[][] = [['QUOTA-04', 'QUOTA-02', 'REPLACE-01']];
  expect(faults(findings)).toEqual(['QUOTA-04']);
  expect(faults(findings, (clause) => clause !== 'QUOTA-02')).toEqual(['QUOTA-02']);
});

test('where nothing broke there is no fault', () => {
  expect(faults([])).toEqual([]);
});
