import { makeResult } from '../testing/results';
import { exitCodes, runVerdict } from './run-verdict';

const usual = { isIncomplete: false, hasDefects: false, strict: false, isPartial: false };
const passed = makeResult({}).clauses;
const failed = makeResult({ 'KEY-06': { verdict: 'failed' } }).clauses;
const should = makeResult({ 'REPLACE-08': { verdict: 'failed' } }).clauses;
const untested = makeResult({ 'KEY-06': { verdict: 'not tested' } }).clauses;

test.each([
  ['nothing failed', passed, usual, 'conformant', 0],
  ['nothing failed in the selected clauses', passed, { ...usual, isPartial: true }, 'no failure found', 0],
  ['a selected MUST failed', failed, { ...usual, isPartial: true }, 'not conformant', 1],
  ['a MUST failed', failed, usual, 'not conformant', 1],
  ['a MUST failed and the suite contradicts itself', failed, { ...usual, hasDefects: true }, 'not conformant', 1],
  ['the suite contradicts itself', passed, { ...usual, hasDefects: true }, 'error', 4],
  ['it does, and something was not tested', untested, { ...usual, hasDefects: true, isIncomplete: true }, 'error', 4],
  ['it does, and a SHOULD failed', should, { ...usual, hasDefects: true }, 'error', 4],
  ['a SHOULD failed under --strict', should, { ...usual, strict: true }, 'not conformant', 1],
  ['something was not tested', untested, usual, 'incomplete', 3],
  ['the way was troubled', passed, { ...usual, isIncomplete: true }, 'incomplete', 3],
] as const)('where %s, the run has one verdict', (_, clauses, course, verdict, exitCode) => {
  expect(runVerdict(clauses, course)).toBe(verdict);
  expect(exitCodes[verdict]).toBe(exitCode);
});
