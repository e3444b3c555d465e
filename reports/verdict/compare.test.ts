import { makeMissingCapability, makeResult } from '../testing/results';
import { compare, describeComparison } from './compare';

const ids = (differences: readonly { clause: string }[]) => differences.map(({ clause }) => clause);

test('worse, better and changed clauses are distinguished', () => {
  const before = makeResult({
    'KEY-01': { verdict: 'failed' },
    'KEY-02': { verdict: 'not tested' },
    'KEY-07': { reading: 'refuses it' },
    'KEY-08': { verdict: 'failed' },
  });
  const after = makeResult({
    'KEY-02': { verdict: 'failed' },
    'KEY-03': { verdict: 'not tested' },
    'KEY-07': { reading: 'takes it' },
    'KEY-08': { verdict: 'not tested' },
    'REPLACE-08': { verdict: 'failed' },
  });
  const { worse, better, changed, appeared, vanished } = compare(before, after);
  expect(ids(worse)).toEqual(['REPLACE-08', 'KEY-02', 'KEY-03']);
  expect(ids(better)).toEqual(['KEY-01', 'KEY-08']);
  expect(changed).toMatchObject([{ clause: 'KEY-07', before: 'open: refuses it', after: 'open: takes it' }]);
  expect([appeared, vanished]).toEqual([[], []]);
});

test('a clause is added or removed with the catalogue, or if it becomes applicable or not', () => {
  const whole = makeResult({ 'VERSION-03': { verdict: 'failed' } });
  const part = { ...makeResult({}), clauses: makeResult({}).clauses.slice(1) };
  expect(ids(compare(whole, part).vanished)).toEqual(['REPLACE-01', 'VERSION-03']);
  const { worse, appeared } = compare(part, whole);
  expect(ids(appeared)).toEqual(['REPLACE-01', 'VERSION-03']);
  expect(worse).toEqual([]);
});

test('a result does not differ from itself', () => {
  const result = makeResult({ 'KEY-01': { verdict: 'failed' } });
  expect(Object.values(compare(result, result)).flat()).toEqual([]);
});

test('a capability that is now offered, missing or waived is reported', () => {
  const before = {
    ...makeResult({}),
    missing: [makeMissingCapability(), makeMissingCapability({ capability: 'lock' })],
  };
  const after = {
    ...makeResult({}),
    missing: [makeMissingCapability({ waived: true }), makeMissingCapability({ capability: 'v2' })],
  };
  const comparison = compare(before, after);
  expect(comparison.capabilities).toEqual([
    { capability: 'second-project', before: 'missing', after: 'missing, waived' },
    { capability: 'lock', before: 'missing', after: 'offered' },
    { capability: 'v2', before: 'offered', after: 'missing' },
  ]);
  const lines = describeComparison(before, after, comparison);
  expect(lines).toContain('offers    lock           missing → offered');
  expect(lines.at(-1)).toBe('0 worse, 0 better, 0 changed, 0 appeared, 0 vanished');
});
