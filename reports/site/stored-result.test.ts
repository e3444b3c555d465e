import { makeExchange } from '../testing/exchanges';
import { makeMissingCapability, makeResult } from '../testing/results';
import { readStoredResult } from './stored-result';

const exchange = makeExchange();
const failure = { check: 'c', title: 't', expected: 'e', observed: 'o', exchange: 1, given: [], exchanges: [exchange] };
const result = makeResult({ 'KEY-06': { verdict: 'failed', failures: [failure] } });
const read = (stored: unknown) => readStoredResult(JSON.stringify(stored));
const withFailures = (failures: unknown) => ({
  ...result,
  clauses: result.clauses.map((clause) => (clause.clause === 'KEY-06' ? { ...clause, failures } : clause)),
});
const failuresOf = (failures: unknown) =>
  read(withFailures(failures)).clauses.find(({ clause }) => clause === 'KEY-06')?.failures;

test('a result of this version is read as it is', () => {
  expect(read(result)).toEqual(JSON.parse(JSON.stringify(result)));
});

test.each<[string, unknown, RegExp]>([
  ['no JSON', undefined, /^it is not JSON$/],
  ['another JSON', { a: 1 }, /^it is not a result.json of this suite/],
  ['a date that is none', { ...result, run: { ...result.run, began: '<b>' } }, /^the date of its run cannot be read$/],
  ['no clauses', { ...result, clauses: [] }, /^it has no clauses$/],
  [
    'a clause that would leave the folder',
    { ...result, clauses: [{ clause: '../../x-01', level: 'MUST', verdict: 'passed', waived: false }] },
    /^"\.\.\/\.\.\/x-01" is not the id of a clause$/,
  ],
])('%s is refused with the reason', (_, stored, reason) => {
  const text = stored === undefined ? '{' : JSON.stringify(stored);
  expect(() => readStoredResult(text)).toThrow(reason);
});

test('members that another version has otherwise are empty', () => {
  const { unconfirmed: _, ...older } = result;
  const clauses = [
    { clause: 'OTHER-01', level: 'MUST', verdict: 'failed', waived: false, reason: {}, checks: 7, failures: 'x' },
  ];
  const newer = makeMissingCapability({ capability: 'teleport' as never });
  expect(read({ ...older, clauses, missing: [newer] })).toMatchObject({
    clauses: [{ clause: 'OTHER-01', sentence: '', checks: { run: 0, notTested: 0, notRun: 0 }, failures: [] }],
    missing: [],
    unconfirmed: [],
  });
});

test.each<[string, unknown]>([
  ['a path', { ...failure, given: [{ path: '/v2/$(touch x)', token: '$TOKEN', body: '{}' }] }],
  ['a token', { ...failure, given: [{ path: '/v2/a', token: '$TOKEN"; touch x "', body: '{}' }] }],
  ['a header', withRequest({ headers: { 'x-a': '$(touch x)' } })],
  ['the name of a header', withRequest({ headers: { "a'; touch x '": '1' } })],
  ['a method', withRequest({ method: 'GET; touch x;' })],
])('a failure with a shell command in %s is left out', (_, harmful) => {
  expect(failuresOf([failure])).toHaveLength(1);
  expect(failuresOf([failure, harmful])).toEqual([]);
});

function withRequest(change: object): unknown {
  return { ...failure, exchanges: [{ ...exchange, request: { ...exchange.request, ...change } }] };
}
