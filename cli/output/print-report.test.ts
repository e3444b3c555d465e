import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ecs } from '../../contracts/profiles/ecs';
import { githubReporter } from '../../reports/formats/github';
import type { Output } from '../../reports/formats/shared/reporter';
import { makeResult } from '../../reports/testing/results';
import type { Console } from '../machine/console';
import { realFiles } from '../machine/files';
import { realMachine } from '../machine/machine';
import { CapturedOutput } from '../machine/testing/captured-output';
import { loadReporters } from './load-reporters';
import { printOnGitHub, printReport } from './print-report';
import { ReportsFolder } from './reports-folder';

const result = makeResult({ 'KEY-06': { verdict: 'failed' } }, { notPutBack: ['server a'] });
const report = { result, limits: ecs.limits, columns: undefined, detail: 'normal' } as const;
let heard: CapturedOutput;
beforeEach(() => {
  heard = new CapturedOutput();
});
const newFolder = () => mkdtempSync(join(tmpdir(), 'print-'));

async function print(path: string, words: readonly string[], mine?: () => Output, console: Console = heard.console) {
  const reporters = await loadReporters(words, async () => ({ default: { onRunEnd: mine } }));
  const folder = new ReportsFolder(path, realFiles);
  printReport(report, reporters, folder, { ...realMachine, console, environment: {} });
}

test('the console comes first, then the files', async () => {
  const path = newFolder();
  await print(path, ['console', 'junit']);
  expect(heard.stdout).toMatch(
    /\nnot conformant\n\S*\/junit\.xml, and beside it\s+result\.json, evidence\.jsonl\.gz\n$/,
  );
  // The session prints what was not restored, before any report.
  expect(heard.stderr).toBe('');
  expect(readdirSync(path).sort()).toEqual(['evidence.jsonl.gz', 'junit.xml', 'result.json']);
});

test('without the reporter console the verdict is printed all the same', async () => {
  await print(newFolder(), ['junit', 'har']);
  expect(heard.stdout).toMatch(/^not conformant\n\S*\/junit\.xml, /);
});

test('a report of an earlier run goes where this run does not make it', async () => {
  const path = newFolder();
  await print(path, ['markdown', 'har']);
  await print(path, ['badge']);
  expect(readdirSync(path).sort()).toEqual(['badge.svg', 'evidence.jsonl.gz', 'result.json']);
});

test("a user's reporter writes beside the others, and its texts are escaped as theirs are", async () => {
  const path = newFolder();
  await print(path, ['./mine.js'], () => ({ files: { 'mine.txt': 'text' }, lines: ['::error::x\n\u001b[2J'] }));
  expect(readFileSync(join(path, 'mine.txt'), 'utf8')).toBe('text');
  expect(heard.stdout).toContain('\\u{3A}:error::x\\n\\u{1B}[2J\n');
});

test.each(['../mine.txt', '/mine.txt', 'a/b', '', '.', '.hidden', 'result.json', 'journal.jsonl', 'summary.md'])(
  "a user's reporter cannot write %j; the others are written all the same",
  async (name) => {
    const path = newFolder();
    const printed = print(path, ['markdown', './mine.js'], () => ({ files: { [name]: '' } }));
    await expect(printed).rejects.toThrow(`the reporter ./mine.js cannot write ${JSON.stringify(name)}: `);
    expect(readdirSync(path).sort()).toEqual(['evidence.jsonl.gz', 'result.json', 'summary.md']);
  },
);

const output = githubReporter().onRunEnd(report);

test('outside of GitHub nothing is shown there', () => {
  printOnGitHub(output, {}, heard.console);
  expect(heard.stdout).toBe('');
});

test('in a workflow failures are annotations, a line each', () => {
  printOnGitHub(output, { GITHUB_ACTIONS: 'true' }, heard.console);
  expect(heard.stdout).toMatch(/^::error title=KEY-06 MUST::[^\n]+\n$/);
});

test('the summary of a step is added to what is there', () => {
  const summary = join(newFolder(), 'step.md');
  for (let count = 0; count < 2; count += 1) printOnGitHub(output, { GITHUB_STEP_SUMMARY: summary }, heard.console);
  expect(readFileSync(summary, 'utf8').match(/^## ❌ ECS metadata: not conformant$/gm)).toHaveLength(2);
  expect(heard.stdout).toBe('');
});

test('a summary that cannot be written is complained of, and nothing more', () => {
  printOnGitHub(output, { GITHUB_STEP_SUMMARY: '/nowhere/step.md' }, heard.console);
  expect(heard.stderr).toBe('the summary /nowhere/step.md cannot be written (ENOENT)\n');
});
