import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Implementations, toImplementationRun } from '../../reports/result/implementations';
import { makeResult } from '../../reports/testing/results';
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

test('a deviation that nobody has explained makes no page', () => {
  const run = toImplementationRun(makeResult({ 'REPLACE-02': { verdict: 'failed' } }));
  expect(() => implementationsPage({ 'OpenStack Nova 99': [run] })).toThrow(/nobody has explained .* REPLACE-02/);
});

test('a clause that was not tested is listed with its reason, and never as passed', () => {
  const run = toImplementationRun(
    makeResult({ 'STATE-05': { verdict: 'not tested', reason: 'no way into building' } }),
  );
  const page = implementationsPage({ one: [run] });
  expect(page).toMatch(/^\| STATE-05 +\| 1 +\| no way into building +\|$/m);
  expect(page).toMatch(/^\| STATE-05 .*\| \? +\|$/m);
});
