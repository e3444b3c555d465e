import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeResult } from '../../reports/testing/results';
import { CapturedOutput } from '../machine/testing/captured-output';
import { reportToGitHub } from './print-report';

const result = makeResult({ 'KEY-06': { verdict: 'failed' } });
let heard: CapturedOutput;
beforeEach(() => {
  heard = new CapturedOutput();
});

test('elsewhere it says nothing', () => {
  reportToGitHub(result, {}, heard.console);
  expect(heard.stdout).toBe('');
});

test('in a workflow failures are annotations, a line each', () => {
  reportToGitHub(result, { GITHUB_ACTIONS: 'true' }, heard.console);
  expect(heard.stdout).toMatch(/^::error title=KEY-06 MUST::[^\n]+\n$/);
});

test('the summary of a step is added to what is there', () => {
  const summary = join(mkdtempSync(join(tmpdir(), 'summary-')), 'summary.md');
  reportToGitHub(result, { GITHUB_STEP_SUMMARY: summary }, heard.console);
  reportToGitHub(result, { GITHUB_STEP_SUMMARY: summary }, heard.console);
  expect(readFileSync(summary, 'utf8').match(/^## ❌ ECS metadata: not conformant$/gm)).toHaveLength(2);
  expect(heard.stdout).toBe('');
});

test('a summary that cannot be written is complained of, and nothing more', () => {
  reportToGitHub(result, { GITHUB_STEP_SUMMARY: '/nowhere/summary.md' }, heard.console);
  expect(heard.stderr).toBe('the summary /nowhere/summary.md cannot be written (ENOENT)\n');
});
