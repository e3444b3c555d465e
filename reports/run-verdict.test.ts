import { exitCodes, runVerdict } from './run-verdict';
import { aResult } from './testing/a-result';

const usual = { isTroubled: false, isDefective: false, strict: false };
const passed = aResult({}).clauses;
const failed = aResult({ 'KEY-06': { verdict: 'failed' } }).clauses;
const should = aResult({ 'REPLACE-08': { verdict: 'failed' } }).clauses;
const untested = aResult({ 'KEY-06': { verdict: 'not tested' } }).clauses;

test.each([
  ['nothing failed', passed, usual, 'conformant', 0],
  ['a MUST failed', failed, usual, 'not conformant', 1],
  ['a MUST failed and the suite contradicts itself', failed, { ...usual, isDefective: true }, 'not conformant', 1],
  ['the suite contradicts itself', passed, { ...usual, isDefective: true }, 'error', 4],
  ['it does, and something was not tested', untested, { ...usual, isDefective: true, isTroubled: true }, 'error', 4],
  ['it does, and a SHOULD failed', should, { ...usual, isDefective: true }, 'error', 4],
  ['a SHOULD failed under --strict', should, { ...usual, strict: true }, 'not conformant', 1],
  ['something was not tested', untested, usual, 'incomplete', 3],
  ['the way was troubled', passed, { ...usual, isTroubled: true }, 'incomplete', 3],
] as const)('where %s, the run has one verdict', (_, clauses, course, verdict, exitCode) => {
  expect(runVerdict(clauses, course)).toBe(verdict);
  expect(exitCodes[verdict]).toBe(exitCode);
});
