import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metadata } from '../../contracts/metadata';
import type { Result } from '../../reports/result/result';
import { makeResult } from '../../reports/testing/results';
import { compliant } from '../../targets/embedded/compliant';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import { allMutants } from '../../targets/mutants';
import { callCommand, newFolder, readOutputFile, runCommand } from './support/command';
import { runArguments } from './support/served-endpoint';

const quick = ['--effort', 'quick', '--seed', '1'];
let merging: RunningEndpoint;

beforeAll(async () => {
  const behaviour = allMutants.find(({ name }) => name === 'merges')?.behaviour() ?? {};
  merging = await startEndpoint({ behaviour });
});
afterAll(() => merging.close());

const resultOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'conformance-report', 'result.json'), 'utf8')) as Result;

test('--list prints each selected check on a line below a header, and sends nothing', async () => {
  const folder = newFolder();
  const { code, stdout, stderr } = await callCommand(['run', '--list', ...quick, '--clause', 'ACCESS-06'], {}, folder);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^check +under +requests {2}title\n/);
  expect(stdout).toMatch(
    /^ACCESS-06\/foreign-server +v2(\.1)? +\d+ {2}refuses another project's server .* \(needs second-project\)$/m,
  );
  expect(stdout).toMatch(/^ACCESS-06\/any-map-for-foreign-server +v2 v2\.1 +\d+ {2}refuses any map for /m);
  expect(stdout).toMatch(/\n\n4 checks, about \d+ requests\n$/);
  expect(stdout.split('\n')).toHaveLength(8);
});

test('--list --json prints the same for programs', async () => {
  const { stdout } = await callCommand(['run', '--list', '--json', ...quick, '--clause', 'KEY-05/slash']);
  expect(JSON.parse(stdout)).toEqual({
    checks: [
      {
        id: 'KEY-05/slash',
        clause: 'KEY-05',
        suite: 'rejected-keys',
        title: 'refuses / in a key',
        versions: [expect.stringMatching(/^v2/)],
        needs: [],
        requests: expect.any(Number),
      },
    ],
    requests: expect.any(Number),
  });
});

// The preflight has shown the failure already.
test('--bail ends a run after the first failed clause, and says so; the servers are restored', async () => {
  const folder = newFolder();
  const { code, stdout } = await runCommand([...runArguments(merging, 1), ...quick, '--bail'], {}, folder);
  expect(code).toBe(1);
  expect(stdout).toMatch(/the run has stopped after 1 failed clause \(--bail\):\s+REPLACE-02/);
  const result = resultOf(folder);
  expect(result.run.notPutBack).toEqual([]);
  expect(result.clauses.filter(({ verdict }) => verdict === 'failed').map(({ clause }) => clause)).toEqual([
    'REPLACE-02',
  ]);
  expect(stdout).toMatch(/^ {2}\d\d clauses +not run: the run has stopped after 1 failed clause/m);
  expect(result.checks).toBeLessThan(20);
  // Each later check is not tested, and has sent nothing.
  const evidence = readOutputFile(join(folder, 'conformance-report', 'evidence.jsonl.gz'))
    .trim()
    .split('\n');
  const events = evidence.map((line) => JSON.parse(line));
  const stopped = events.findIndex(({ ended }) => ended?.reason?.startsWith('the run has stopped'));
  const later = events.slice(stopped).filter(({ kind }) => kind === 'exchange');
  expect(later.filter(({ exchange }) => exchange.check !== 'restore')).toEqual([]);
  expect(events.filter(({ ended }) => ended?.outcome === 'not tested').length).toBeGreaterThan(500);
});

test('a number of --bail that is not reached ends nothing', async () => {
  const only = ['--clause', 'REPLACE-02/after-post,METHOD-01'];
  const { code, stdout } = await runCommand([...runArguments(merging, 1), ...quick, '--bail', '3', ...only]);
  expect([code, stdout.includes('--bail')]).toEqual([1, false]);
});

test('--last-failed runs the clauses that failed, and nothing else', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'conformance-report'));
  const before = makeResult({ 'METHOD-04': { verdict: 'failed' } });
  writeFileSync(join(folder, 'conformance-report', 'result.json'), JSON.stringify(before));
  const { code } = await runCommand(['run', ...quick, '--last-failed'], {}, folder);
  expect(code).toBe(0);
  const { clauses, run } = resultOf(folder);
  expect([clauses.map(({ clause }) => clause), run.selected]).toEqual([['METHOD-04'], ['METHOD-04']]);
});

test('--last-failed after a result without a failure is an error', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'conformance-report'));
  writeFileSync(join(folder, 'conformance-report', 'result.json'), JSON.stringify(makeResult({})));
  const { code, stderr } = await callCommand(['run', ...quick, '--last-failed'], {}, folder);
  expect(stderr).toMatch(/^error: --last-failed: no clause failed in .*result.json: leave out --last-failed\n$/);
  expect(code).toBe(2);
});

// The target merges a map of two pairs, and counts the old pairs. Its rejection of a full map depends on earlier requests.
test('a failure that depends on other checks is confirmed', async () => {
  const merged = (old: Metadata, sent: Metadata) => (Object.keys(sent).length === 2 ? { ...old, ...sent } : sent);
  const target = await startEndpoint({
    behaviour: {
      checkQuota: (map, context) => {
        const isReplace = context.request.method === 'PUT';
        compliant.checkQuota(isReplace ? merged(context.server.metadata, map) : map, context);
      },
      replace: merged,
    },
  });
  try {
    const folder = newFolder();
    await runCommand([...runArguments(target, 1), ...quick, '--clause', 'QUOTA'], {}, folder);
    const failed = resultOf(folder).clauses.filter(({ verdict }) => verdict === 'failed');
    expect(failed.map(({ clause }) => clause)).toEqual(['REPLACE-02', 'QUOTA-04']);
    const [, quota] = failed;
    expect(quota?.failures[0]).toMatchObject({ observed: 'status 403', confirmed: { shown: 3, of: 3 } });
  } finally {
    await target.close();
  }
});

test('a failure that the selected checks do not show stays in the list of --last-failed', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'conformance-report'));
  const before = makeResult({ 'METHOD-03': { verdict: 'failed' } });
  writeFileSync(join(folder, 'conformance-report', 'result.json'), JSON.stringify(before));
  const { stdout } = await runCommand(['run', ...quick, '--last-failed'], {}, folder);
  const { clauses, run } = resultOf(folder);
  expect(clauses.map(({ clause, verdict }) => `${clause} ${verdict}`)).toEqual(['METHOD-03 passed']);
  expect(run.failedBefore?.map(({ clause }) => clause)).toEqual(['METHOD-03']);
  expect(stdout).toMatch(/^failed before METHOD-03: passed in this run of selected checks/m);
  const { stdout: listed } = await callCommand(['run', '--list', ...quick, '--last-failed'], {}, folder);
  expect(listed).toMatch(/^METHOD-03\//m);
});

test.each<[string, readonly string[], RegExp]>([
  ['no result', ['--last-failed'], /result.json cannot be read \(ENOENT\): leave out --last-failed, or give the --out/],
  ['two selections', ['--last-failed', '--clause', 'KEY'], /--last-failed and --clause both select checks: give one/],
  ['JSON of nothing', ['--json'], /--json has no effect without --list: add that, or leave it out/],
  ['no number', ['--bail', 'x'], /--bail is "x": give a whole number from 1 on/],
  ['a wrong id', ['--clause', 'KEY-05/slahs'], /--clause KEY-05\/slahs is unknown: did you mean KEY-05\/slash\?/],
])('%s is an error in one sentence', async (_, args, words) => {
  const { code, stderr } = await callCommand(['run', ...args]);
  expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
  expect(stderr).toMatch(words);
});
