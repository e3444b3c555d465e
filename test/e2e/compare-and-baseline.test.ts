import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeResult } from '../../reports/testing/results';
import { newFolder, runCommand } from './support/command';

const folder = newFolder();

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const good = file('good.json', JSON.stringify(makeResult({})));
const bad = file('bad.json', JSON.stringify(makeResult({ 'KEY-06': { verdict: 'failed' } })));
let baselines = 0;
const baseline = (entry: string) => {
  baselines += 1;
  return ['run', '--baseline', file(`baseline-${baselines}.yaml`, entry)];
};
const owned = 'reason: being mended, owner: "https://example.com/1"';

test.each([
  ['got worse', good, bad, 1, /^worse +KEY-06 +passed → failed .*\n1 worse, 0 better/m],
  ['got better', bad, good, 0, /^better +KEY-06 +failed → passed .*\n0 worse, 1 better/m],
  ['is as before', bad, bad, 0, /^0 worse, 0 better, 0 otherwise, 0 appeared, 0 vanished$/m],
])('compare says what %s', async (_, before, after, exitCode, words) => {
  const { code, stdout, stderr } = await runCommand(['compare', before, after]);
  expect(stderr).toBe('');
  expect(stdout).toMatch(words);
  expect(code).toBe(exitCode);
});

test('a run fails over a baseline that is out of date, and says what to remove', async () => {
  const known = file('known.yaml', `- {clause: KEY-06, ${owned}, expires: "2999-12-31"}\n`);
  const { code, stdout } = await runCommand(
    ['run', '--effort', 'quick', '--seed', '1', '--baseline', known],
    {},
    folder,
  );
  expect(stdout).toMatch(/^conformant, quick; gate: failed, 1 out of date, 0 known failures$/m);
  expect(stdout).toMatch(/^out of date +KEY-06: being mended \(https:.*: it no longer fails, remove it/m);
  expect(code).toBe(1);
  const written = JSON.parse(readFileSync(join(folder, 'conformance-report', 'result.json'), 'utf8'));
  expect(written).toMatchObject({ verdict: 'conformant', exitCode: 1, baseline: { known: [], unknown: [] } });
});

test('a second target that does not answer leaves the comparison incomplete', async () => {
  const second = ['--against', 'http://127.0.0.1:9', '--against-project-id', 'p', '--against-token', 't'];
  const { code, stderr } = await runCommand(['run', ...second, '--effort', 'quick']);
  expect(stderr).toMatch(/^error: http:\/\/127.0.0.1:9: /m);
  expect(code).toBe(3);
});

test.concurrent.each<[string, readonly string[], RegExp]>([
  ['one result', ['compare', good], /missing required argument 'after'/],
  [
    'a result that is not there',
    ['compare', good, 'x.json'],
    /x.json cannot be read \(ENOENT\): give the result.json of/,
  ],
  [
    'a result that is no JSON',
    ['compare', file('no', '{'), good],
    /cannot be used, it is not JSON: give the result.json/,
  ],
  ['another JSON', ['compare', good, file('other.json', '{}')], /it is no result.json of this suite: /],
  [
    'a second URL with a version',
    ['run', '--against', 'http://x/v2'],
    /--against http:\/\/x\/v2 is too long: it ends before/,
  ],
  ['a second token alone', ['run', '--against-token', 'x'], /no second target: name it with --against, or leave this/],
  [
    'a comparison that waives',
    ['run', '--against', 'http://x', '--waive', 'quota'],
    /--waive cannot be used with --against/,
  ],
  ['an unknown clause to explain', ['explain', 'KEY-99'], /no clause "KEY-99": the command clauses prints all of them/],
  [
    'a baseline that is not there',
    ['run', '--baseline', 'x.yaml'],
    /x.yaml cannot be read \(ENOENT\): check --baseline/,
  ],
  ['a baseline that is no YAML', baseline('[\n'), /is neither YAML nor JSON: /],
  ['a baseline that is empty', baseline(''), /the whole must be a list/],
  ['no reason', baseline('- {clause: KEY-06}'), /0 must have required property 'reason'/],
  ['no day', baseline(`- {clause: KEY-06, ${owned}, expires: "2026-02-30"}`), /expires on 2026-02-30, which is no day/],
  [
    'a link that is none',
    baseline('- {clause: KEY-06, reason: r, owner: me, expires: "2026-01-01"}'),
    /0.owner must match/,
  ],
  ['an unknown clause', baseline(`- {clause: KEY-99, ${owned}, expires: "2026-01-01"}`), /there is no clause KEY-99/],
  [
    'a clause twice',
    baseline(`- &one {clause: KEY-06, ${owned}, expires: "2026-01-01"}\n- *one\n`),
    /KEY-06 is there twice/,
  ],
])('%s is complained of in one sentence with its mend', async (_, args, complaint) => {
  const { code, stdout, stderr } = await runCommand(args);
  expect(stderr).toMatch(complaint);
  expect(stderr).toMatch(/^error: [^\n]+\n(\(--help lists the commands and flags\)\n)?$/);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});
