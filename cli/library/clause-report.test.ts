import { makeResult } from '../../reports/testing/results';
import { assertClause, assertConforms, ConformanceError, curlCommands, describeClause } from './clause-report';

const failed = makeResult({ 'KEY-03': { verdict: 'failed' } });
const untested = makeResult({ 'KEY-03': { verdict: 'not tested', reason: 'no \u0007 response' } });
const waived = makeResult({ 'KEY-03': { verdict: 'not tested', reason: 'no response', waived: true } });

test('a failed clause throws: the message has the clause, expected and observed', () => {
  const words = /^KEY-03 failed MUST: refuses an empty key.*\n {2}expected .*\n {2}observed /;
  expect(() => assertClause(failed, 'KEY-03')).toThrow(ConformanceError);
  expect(() => assertClause(failed, 'KEY-03')).toThrow(words);
  expect(() => assertConforms(failed)).toThrow(/^not conformant: A MUST clause failed\.\n\nKEY-03 failed MUST/);
  expect(() => assertClause(failed, 'KEY-04')).not.toThrow();
});

test('a binding clause that was not tested throws, with the reason, unless it is waived', () => {
  expect(() => assertClause(untested, 'KEY-03')).toThrow(/^KEY-03 not tested MUST: refuses .*: no \\u\{7\} response$/);
  expect(() => assertConforms(untested)).toThrow(/^incomplete: .*\n\nKEY-03 not tested/);
  expect(() => assertClause(waived, 'KEY-03')).not.toThrow();
  expect(() => assertConforms(waived)).not.toThrow();
});

test('a failed SHOULD throws in a strict run alone', () => {
  const should = { 'METHOD-03': { verdict: 'failed', level: 'SHOULD' } } as const;
  expect(() => assertClause(makeResult(should), 'METHOD-03')).not.toThrow();
  expect(() => assertClause(makeResult(should, { strict: true }), 'METHOD-03')).toThrow(/^METHOD-03 failed SHOULD/);
});

test('a known failure of a baseline does not throw', () => {
  const known = [{ clause: 'KEY-03', reason: 'r', owner: 'https://example.com/1', expires: '2999-01-01' }] as const;
  const baseline = { known, expired: [], noLongerFailing: [], unknown: [] };
  const accepted = { ...failed, exitCode: 0 as const, baseline };
  expect(() => assertClause(accepted, 'KEY-03')).not.toThrow();
  expect(() => assertConforms(accepted)).not.toThrow();
  expect(() =>
    assertConforms({ ...accepted, exitCode: 1, baseline: { ...baseline, known: [], expired: known } }),
  ).toThrow(/gate: failed[\s\S]*expired +KEY-03/);
});

test('a clause that is not in the result is an error', () => {
  expect(() => describeClause(failed, 'KEY-99')).toThrow('the result has no clause KEY-99: was it selected?');
});

test('a failure without requests has no curl commands', () => {
  const [failure] = failed.clauses.flatMap(({ failures }) => failures);
  if (failure === undefined) throw new Error('there is one');
  expect(curlCommands(failed, failure)).toBe('');
});
