import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { type CommandResult, newFolder } from './support/command';
import { runAgainstHostile } from './support/hostile-endpoint';

const folder = newFolder();
const summary = join(folder, 'step-summary.md');
let ended: CommandResult;
let page: Document;
const report = (name: string) => readFileSync(join(folder, 'conformance-report', name), 'utf8');

beforeAll(async () => {
  ended = await runAgainstHostile(folder, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary });
  page = new JSDOM(report('report.html')).window.document;
});

test('its attacks get into the reports', () => {
  expect(ended.code).toBe(1);
  expect(report('result.json')).toContain('window.attacked');
  expect(page.body.textContent).toContain('<script>window.attacked = 1</script>');
});

test('they leave the page as it was meant', () => {
  expect(page.querySelectorAll('script, style')).toHaveLength(2);
  expect(page.querySelectorAll('img, svg a, iframe, base, link, object, embed, form form')).toHaveLength(0);
  expect(page.querySelectorAll('meta')).toHaveLength(5);
  expect([...page.querySelectorAll('a')].filter((link) => !/^#[\w-]+$/.test(link.getAttribute('href') ?? ''))).toEqual(
    [],
  );
});

test('they give the terminal no commands, nor the workflow', () => {
  expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/[^\n\P{Control}]|\p{Format}/u);
  const commands = ended.stdout.split('\n').filter((line) => line.trimStart().startsWith('::'));
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) expect(command).toMatch(/^::(error|warning) title=[A-Z]+-\d\d [A-Za-z]+::/);
});

test('they are neither links nor elements of the summary of the workflow', () => {
  expect(readFileSync(summary, 'utf8')).toBe(report('summary.md'));
  const { window } = new JSDOM(report('summary.md'));
  const names = new Set([...window.document.body.querySelectorAll('*')].map(({ localName }) => localName));
  expect([...names].filter((name) => !['code', 'pre', 'details', 'summary'].includes(name))).toEqual([]);
  // GitHub makes no link of a text inside of <pre>.
  const outside = report('summary.md').replace(/<pre>[\s\S]*?<\/pre>/g, '');
  expect(outside).not.toMatch(/attacker\.example|\]\(|@/u);
  expect(report('summary.md')).not.toMatch(/\p{Format}/u);
});

test('they leave the XML whole', () => {
  const { document } = new JSDOM(report('junit.xml'), { contentType: 'text/xml' }).window;
  expect(document.querySelectorAll('testsuite').length).toBeGreaterThan(5);
  expect(document.querySelector('script')).toBeNull();
});

test('the scripts that repeat a failure run nothing but curl', () => {
  const place = newFolder();
  writeFileSync(join(place, 'curl'), '#!/bin/sh\nexit 0\n');
  chmodSync(join(place, 'curl'), 0o755);
  const scripts = [...page.querySelectorAll('pre')]
    .map((pre) => pre.textContent ?? '')
    .filter((text) => /curl/.test(text));
  expect(scripts.length).toBeGreaterThan(2);
  for (const script of scripts) {
    execFileSync('bash', ['--norc', '-c', script], {
      cwd: place,
      env: { PATH: `${place}:${process.env.PATH}`, OS_TOKEN: 't' },
    });
  }
  expect(readdirSync(place)).toEqual(['curl']);
});
