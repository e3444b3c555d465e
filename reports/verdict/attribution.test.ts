import type { ClauseId } from '../../contracts/clauses';
import { violated, wrongRejection } from '../../contracts/oracle/finding';
import { attributeViolations } from './attribution';

const refusal = (status: number, ...suspects: ClauseId[]) => wrongRejection(suspects, 'status 200', status);
const unsteady = (status: number) =>
  refusal(status, 'ANSWER-01').map((finding) => ({ ...finding, isUnsteady: true as const }));

function blamed(...findings: ReturnType<typeof violated>): ClauseId[] {
  const entries = findings.map((finding) => ({ finding, by: finding.suspects[0] }));
  return attributeViolations(entries, () => true).map((entry) => entry.blamed);
}

test('a target that refuses for no reason is blamed for that alone, before and after it is known', () => {
  expect(blamed(...refusal(400, 'KEY-01'), ...unsteady(400), ...refusal(400, 'STATE-06'))).toEqual([
    'ANSWER-01',
    'ANSWER-01',
    'ANSWER-01',
  ]);
});

test('a refusal with another status, and what was not refused, are blamed as they were', () => {
  const findings = [...unsteady(503), ...refusal(400, 'KEY-01'), ...violated(['KEY-05'], 'status 400', 'status 200')];
  expect(blamed(...findings)).toEqual(['ANSWER-01', 'KEY-01', 'KEY-05']);
});

test('what a stale map explains is blamed on the replace only where that broke alone', () => {
  const [stale] = violated(['ATOMIC-01', 'REPLACE-07'], 'this', 'that');
  const explained = stale === undefined ? [] : [{ ...stale, explainedBy: ['REPLACE-02' as const] }];
  expect(blamed(...explained)).toEqual(['ATOMIC-01']);
  expect(blamed(...explained, ...violated(['REPLACE-02'], 'this', 'that'))).toEqual(['REPLACE-02', 'REPLACE-02']);
});

test('a value that was there before is not altered where replaces go wrong whatever they carry', () => {
  const left = [
    ...violated(['VALUE-02', 'REPLACE-03', 'VALUE-03'], 'this', 'that'),
    ...violated(['REPLACE-03', 'VALUE-03'], 'this', 'that'),
    ...violated(['VERSION-02', 'REPLACE-07'], 'this', 'that').map((finding) => ({
      ...finding,
      explainedBy: ['REPLACE-03' as const],
    })),
  ];
  const anyway = [...violated(['REPLACE-01'], 'this', 'that'), ...violated(['REPLACE-02'], 'this', 'that')];
  expect(blamed(...anyway, ...left).slice(2)).toEqual(['REPLACE-03', 'REPLACE-03', 'REPLACE-03']);
  expect(blamed(...left)[2]).toBe('VERSION-02');
});

test('a plain request that is always refused explains no other refusal', () => {
  expect(blamed(...refusal(400, 'ANSWER-01'), ...refusal(400, 'KEY-01'))).toEqual(['ANSWER-01', 'KEY-01']);
});
