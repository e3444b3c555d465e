import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aResult } from '../reports/testing/a-result';
import { realConsole } from './machine/console';
import { tellGitHub } from './tell-github';

const result = aResult({ 'KEY-06': { verdict: 'failed' } });
let told: string;
let complained: string;

beforeEach(() => {
  told = '';
  complained = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    told += text;
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += text;
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());

test('elsewhere it says nothing', () => {
  tellGitHub(result, {}, realConsole);
  expect(told).toBe('');
});

test('in a workflow failures are annotations, a line each', () => {
  tellGitHub(result, { GITHUB_ACTIONS: 'true' }, realConsole);
  expect(told).toMatch(/^::error title=KEY-06 MUST::[^\n]+\n$/);
});

test('the summary of a step is added to what is there', () => {
  const summary = join(mkdtempSync(join(tmpdir(), 'summary-')), 'summary.md');
  tellGitHub(result, { GITHUB_STEP_SUMMARY: summary }, realConsole);
  tellGitHub(result, { GITHUB_STEP_SUMMARY: summary }, realConsole);
  expect(readFileSync(summary, 'utf8').match(/^## ❌ ECS metadata: not conformant$/gm)).toHaveLength(2);
  expect(told).toBe('');
});

test('a summary that cannot be written is complained of, and nothing more', () => {
  tellGitHub(result, { GITHUB_STEP_SUMMARY: '/nowhere/summary.md' }, realConsole);
  expect(complained).toBe('the summary /nowhere/summary.md cannot be written (ENOENT)\n');
});
