import type { ClauseId } from '../contracts/clauses';
import { type Reading, reading, readingByRejection } from '../contracts/oracle/finding';
import { readingsOf } from './readings-of';

function told(found: Reading[], ...failed: ClauseId[]): string[] {
  const byText = new Map(found.map((each) => [[each.reading, ...each.despite].join(), each]));
  return readingsOf('BODY-08', { readings: new Map([['BODY-08', byText]]) }, new Set(failed));
}

const last = reading('BODY-08', 'the last one wins');
const refusal = reading('BODY-08', 'refuses it', ['VALUE-05', 'VALUE-03']);

test('two readings are told as two', () => {
  expect(told([last, refusal])).toEqual(['refuses it', 'the last one wins']);
});

test('a refusal of what the target always refuses is no reading', () => {
  expect(told([last, refusal], 'VALUE-05')).toEqual(['the last one wins']);
});

test('where nothing is sure, one reading stands, and two do not', () => {
  expect(told([refusal], 'VALUE-05')).toEqual(['refuses it']);
  expect(told([refusal, reading('BODY-08', 'the first one wins', ['VALUE-05'])], 'VALUE-05')).toEqual([]);
});

test('a refusal with a status that tells of no reason is no reading', () => {
  const found = new Map([
    ['1', last],
    ['2', readingByRejection('BODY-08', 'refuses it', 400)],
  ]);
  const readings = new Map([['BODY-08' as ClauseId, found]]);
  expect(readingsOf('BODY-08', { readings }, new Set(), new Set([400]))).toEqual(['the last one wins']);
  expect(readingsOf('BODY-08', { readings }, new Set(), new Set([403]))).toHaveLength(2);
});
