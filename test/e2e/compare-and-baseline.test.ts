import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../../cli/commands/results/compare';
import { CapturedOutput } from '../../cli/machine/testing/captured-output';
import { makeResult } from '../../reports/testing/results';
import { startEndpoint } from '../../targets/embedded/start-endpoint';
import { allMutants } from '../../targets/mutants';
import { callCommand, newFolder, runCommand } from './support/command';
import { runArguments } from './support/served-endpoint';

const folder = newFolder();

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const good = file('good.json', JSON.stringify(makeResult({})));
const bad = file('bad.json', JSON.stringify(makeResult({ 'KEY-06': { verdict: 'failed' } })));
const owned = 'reason: being mended, owner: "https://example.com/1"';

test.each([
  ['got worse', good, bad, 1, /^worse +KEY-06 +passed → failed .*\n1 worse, 0 better/m],
  ['got better', bad, good, 0, /^better +KEY-06 +failed → passed .*\n0 worse, 1 better/m],
  ['is as before', bad, bad, 0, /^0 worse, 0 better, 0 changed, 0 appeared, 0 vanished$/m],
])('compare says what %s', async (_, before, after, exitCode, words) => {
  const { code, stdout, stderr } = await callCommand(['compare', before, after]);
  expect(stderr).toBe('');
  expect(stdout).toMatch(words);
  expect(code).toBe(exitCode);
});

test('a run fails over a baseline that is out of date, and says what to remove', async () => {
  const known = file('known.yaml', `- {clause: KEY-06, ${owned}, expires: "2999-12-31"}\n`);
  const plan = ['--effort', 'quick', '--seed', '1', '--clause', 'KEY-06'];
  const { code, stdout } = await runCommand(['run', ...plan, '--baseline', known], {}, folder);
  expect(stdout).toMatch(/; gate: failed, 1 out of date, 0 known failures$/m);
  expect(stdout).toMatch(/^out of date +KEY-06: being mended \(https:.*: it no longer\s+fails, remove it/m);
  expect(code).toBe(1);
  const written = JSON.parse(readFileSync(join(folder, 'conformance-report', 'result.json'), 'utf8'));
  expect(written).toMatchObject({ verdict: 'no failure found', exitCode: 1, baseline: { known: [], unknown: [] } });
});

test('a clause that is not tested only because of a known failure does not block the gate', async () => {
  const mutant = allMutants.find(({ name }) => name === 'merges-pairs');
  const endpoint = await startEndpoint({ behaviour: mutant?.behaviour() ?? {} });
  const known = file('merging.yaml', `- {clause: REPLACE-02, ${owned}, expires: "2999-12-31"}\n`);
  const flags = ['--effort', 'quick', '--clause', 'REPLACE-02,REPLACE-05,VALUE-02', '--baseline', known];
  const out = newFolder();
  const { code, stdout } = await runCommand([...runArguments(endpoint, 1), ...flags], {}, out).finally(() =>
    endpoint.close(),
  );
  expect(stdout).toMatch(/^2 clauses could not be tested because of known failures: REPLACE-05,\s+VALUE-02$/m);
  expect(stdout).toMatch(/^not conformant; gate: passed, 1 known failure \(2 clauses not tested\)$/m);
  expect(code).toBe(0);
  const written = JSON.parse(readFileSync(join(out, 'conformance-report', 'result.json'), 'utf8'));
  expect(written.baseline.masked).toEqual(['REPLACE-05', 'VALUE-02']);
});

test('a second target that does not answer leaves the comparison incomplete', async () => {
  const second = ['--against', 'http://127.0.0.1:9', '--against-project-id', 'p', '--against-token', 't'];
  const { code, stderr } = await callCommand(['run', ...second, '--effort', 'quick']);
  expect(stderr).toMatch(/^error: http:\/\/127.0.0.1:9: /m);
  expect(code).toBe(3);
});

test.each<[string, string, string, RegExp]>([
  ['is not there', good, 'x.json', /x.json cannot be read \(ENOENT\): give the result.json of/],
  ['is no JSON', file('no', '{'), good, /cannot be used \(it is not JSON\): give the result.json/],
  ['is another JSON', good, file('other.json', '{}'), /it is not a result.json of this suite: /],
])('a result that %s is an error that says what to do', (_, before, after, words) => {
  expect(() => compare(before, after, new CapturedOutput().console)).toThrow(words);
});

test.each<[string, readonly string[], RegExp]>([
  ['one result', ['compare', good], /missing required argument 'after'/],
  [
    'a second URL with a version',
    ['run', '--against', 'http://x/v2'],
    /--against http:\/\/x\/v2 is too long: remove \/v2 and/,
  ],
  [
    'a second token alone',
    ['run', '--against-token', 'x'],
    /--against-token has no effect without --against: add that, or leave it/,
  ],
  [
    'a comparison that waives',
    ['run', '--against', 'http://x', '--waive', 'quota'],
    /--waive cannot be used with --against, because it has no meaning in a comparison/,
  ],
  [
    'a baseline that is not there',
    ['run', '--baseline', 'x.yaml'],
    /x.yaml cannot be read \(ENOENT\): check --baseline/,
  ],
])('%s is an error of one sentence that says what to do', async (_, args, complaint) => {
  const { code, stdout, stderr } = await callCommand(args);
  expect(stderr).toMatch(complaint);
  expect(stderr).toMatch(/^error: [^\n]+\n(\(--help lists the commands and flags\)\n)?$/);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});
