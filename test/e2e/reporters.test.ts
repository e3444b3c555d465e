import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callCommand, newFolder, runCommand } from './support/command';

const folder = newFolder();
const out = join(folder, 'out');
const moduleNamed = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const counting = moduleNamed(
  'counting.mjs',
  `export default class {
    requests = 0;
    onEvidence({ kind }) {
      if (kind === 'exchange') this.requests += 1;
    }
    onRunEnd({ result }) {
      return { files: { 'count.txt': \`\${this.requests} \${result.exchanges}\` }, lines: ['counted'] };
    }
  }`,
);
const failing = moduleNamed('failing.js', 'module.exports = () => ({ onRunEnd() { throw new Error("not today"); } });');

test("named reporters write their files alone, a user's module beside them; one that fails ends with 2", async () => {
  const names = ['har', counting, failing].join(',');
  const { code, stdout, stderr } = await runCommand([
    'run',
    '--clause',
    'KEY-02',
    '--effort',
    'quick',
    '--reporter',
    names,
    '--out',
    out,
  ]);
  expect(readdirSync(out).sort()).toEqual(['count.txt', 'evidence.jsonl.gz', 'failures.har', 'result.json']);
  const [seen, told] = readFileSync(join(out, 'count.txt'), 'utf8').split(' ');
  expect(Number(seen)).toBeGreaterThan(100);
  expect(seen).toBe(told);
  expect(stdout).toMatch(/^counted\nno failure found in 1 selected clause\n\S*failures\.har, /);
  expect(stderr).toMatch(/error: the reporter \S+failing\.js failed: not today\n$/);
  expect(code).toBe(2);
});

test.each([
  ['htlm', /error: --reporter htlm: there is no such reporter, did you mean html\?/],
  ['./nowhere.mjs', /error: --reporter \.\/nowhere\.mjs: the module cannot be loaded: Cannot find module/],
])('%s is refused before anything is sent', async (name, complaint) => {
  const { code, stdout, stderr } = await callCommand(['run', '--reporter', name]);
  expect(stderr).toMatch(complaint);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('a verbose run prints each request as a line on standard error, a quiet run nothing but the verdict', async () => {
  const flags = ['run', '--effort', 'quick', '--clause', 'KEY-03'];
  const verbose = await runCommand([...flags, '--verbose'], { NO_COLOR: '1' });
  const [, exchanges] = /(\d+) exchanges/.exec(verbose.stdout) ?? [];
  const requests = verbose.stderr.match(/^(GET|PUT|POST|DELETE) \/\S+ \d{3} [\d.]+ ms \S.*$/gm) ?? [];
  expect(requests).toHaveLength(Number(exchanges));
  const quiet = await runCommand([...flags, '--quiet']);
  expect([quiet.stdout, quiet.stderr]).toEqual(['no failure found in 1 selected clause\n', '']);
});

test('no line is wider than 80 columns, but for what is copied', async () => {
  const { stdout } = await runCommand(['run', '--effort', 'quick', '--clause', 'KEY', '--verbose'], {
    FORCE_COLOR: '0',
  });
  const folderLine = /report\.html/;
  expect(stdout.split('\n').filter((line) => line.length > 80 && !folderLine.test(line))).toEqual([]);
});
