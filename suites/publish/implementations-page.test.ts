import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ClauseId } from '../../contracts/clauses';
import { type Implementations, toImplementationRun } from '../../reports/result/implementations';
import { makeResult } from '../../reports/testing/results';
import { causeOf } from '../../targets/implementations/implementations';
import { implementationsPage } from './implementations-page';

const docs = resolve(__dirname, '../../docs');
const stored = JSON.parse(readFileSync(`${docs}/implementations.json`, 'utf8')) as Implementations;

test('the page is the one that the stored results make', () => {
  expect(readFileSync(`${docs}/implementations.md`, 'utf8')).toBe(implementationsPage(stored));
});

test('the embedded endpoint keeps the page, and nothing of it is left untested', () => {
  const run = stored['the embedded endpoint']?.find(({ profile }) => profile === 'ecs');
  expect(run).toMatchObject({ verdict: 'conformant', reasons: {} });
});

test('each stored failed clause has a cause', () => {
  const failed = Object.entries(stored).flatMap(([name, runs]) =>
    runs.flatMap(({ clauses }) =>
      Object.entries(clauses)
        .filter(([, verdict]) => verdict === 'failed')
        .map(([id]) => ({ name, id: id as ClauseId })),
    ),
  );
  expect(failed.filter(({ name, id }) => causeOf(name, id) === undefined)).toEqual([]);
});

test('a failed clause without a cause makes no page', () => {
  expect(() => implementationsPage({ 'OpenStack Nova 99.0.0': [runWith('failed')] })).toThrow(
    /REPLACE-02 fails on OpenStack Nova 99\.0\.0 without a cause/,
  );
});

test('a clause that was not tested is listed with its reason, and never as passed', () => {
  const run = toImplementationRun(
    makeResult({ 'STATE-05': { verdict: 'not tested', reason: 'no way into building' } }),
  );
  const page = implementationsPage({ one: [run] });
  expect(page).toMatch(/^\| one +\| STATE-05 +\| no way into building +\|$/m);
  expect(page).toMatch(/^\| one .*\| \? 1 +\|/m);
});

test('a failed clause shows how often its reproduction confirmed it, and the line of the cause', () => {
  const failures = [{ ...failure, confirmed: { shown: 2, of: 3 } }];
  const result = makeResult({ 'KEY-06': { verdict: 'failed', failures } });
  const run = toImplementationRun(result, () => 'nova/types.py:7');
  const page = implementationsPage({ 'OpenStack Nova 34.0.0': [run] });
  expect(page).toMatch(
    /^- \*\*KEY-06\*\*, .+: Nova's pattern .+\n {2}- Nova 34\.0\.0: ecs 2 of 3, `nova\/types\.py:7`$/m,
  );
});

test.each(['troubles', 'defects'])('a run with %s is not stored', (kind) => {
  const result = { ...makeResult({ 'REPLACE-02': { verdict: 'passed' } }), [kind]: ['no response in time'] };
  expect(() => toImplementationRun(result)).toThrow('the run by profile ecs is not stored: no response in time');
});

test('a change between two releases of Nova without a reason makes no page', () => {
  const runs = { 'OpenStack Nova 27.0.0': [runWith('passed')], 'OpenStack Nova 28.0.0': [runWith('not tested')] };
  expect(() => implementationsPage(runs)).toThrow(/REPLACE-02 changes in Nova 28 without a reason/);
});

test('clauses that change in the same release share a row, with the reason', () => {
  const verdict = 'failed';
  const result = makeResult({ 'KEY-04': { verdict }, 'KEY-05': { verdict } }, { profile: 'nova' });
  const runs = { 'OpenStack Nova 32.0.0': [runWith('passed')], 'OpenStack Nova 33.0.0': [toImplementationRun(result)] };
  expect(implementationsPage(runs)).toMatch(/^\| KEY-04, KEY-05 +\| ✓ +\| ✗ +\| 33: The validator .+\|$/m);
});

const failure = { check: 'check', title: '', expected: '', observed: '', exchange: 1, given: [], exchanges: [] };

function runWith(verdict: 'failed' | 'passed' | 'not tested') {
  return toImplementationRun(makeResult({ 'REPLACE-02': { verdict } }, { profile: 'nova' }));
}
