import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../reports/result/result';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import { allMutants } from '../../targets/mutants';
import { callCommand, newFolder, runCommand } from './support/command';
import { type FaultProxy, faultProxy } from './support/fault-proxy';
import { runArguments } from './support/served-endpoint';

let right: RunningEndpoint;
let merging: RunningEndpoint;
let counted: FaultProxy;
let requests = 0;

beforeAll(async () => {
  right = await startEndpoint();
  merging = await startEndpoint({ behaviour: allMutants.find(({ name }) => name === 'merges')?.behaviour() ?? {} });
  counted = await faultProxy(right.url, () => {
    requests += 1;
    return undefined;
  });
});
afterAll(async () => {
  counted.server.close();
  await Promise.all([right.close(), merging.close()]);
});

const resultOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'conformance-report', 'result.json'), 'utf8')) as Result;

test('smoke effort sends at most 300 requests, finds no failure, and says what it has not looked at', async () => {
  const folder = newFolder();
  const { code, stdout, stderr } = await runCommand(
    [...runArguments(right, 2, counted.url), '--effort', 'smoke', '--seed', '1'],
    {},
    folder,
  );
  expect(stderr).toMatch(/smoke effort, seed 1: about \d+ requests, never more than 300;/);
  expect(requests).toBeLessThanOrEqual(300);
  expect(stdout).toMatch(/^not looked at +\d+ checks did not fit into the limit of the run/m);
  const { verdict, checks, leftOut } = resultOf(folder);
  expect([code, verdict]).toEqual([0, 'no failure found']);
  expect(stdout).toContain(`no failure found by ${checks} of ${checks + (leftOut?.checks ?? 0)} checks`);
  expect(leftOut?.clauses.length).toBeGreaterThan(0);
});

test('smoke effort finds a target that merges', async () => {
  const folder = newFolder();
  const { code } = await runCommand([...runArguments(merging, 2), '--effort', 'smoke', '--seed', '1'], {}, folder);
  const failed = resultOf(folder).clauses.filter(({ verdict }) => verdict === 'failed');
  expect([code, failed.map(({ clause }) => clause).slice(0, 1)]).toEqual([1, ['REPLACE-02']]);
});

test('--max-time begins no check that would end too late', async () => {
  const folder = newFolder();
  const { code } = await runCommand([...runArguments(right, 2), '--max-time', '1.5', '--seed', '1'], {}, folder);
  const { verdict, leftOut } = resultOf(folder);
  expect([code, verdict]).toEqual([0, 'no failure found']);
  expect(leftOut?.checks).toBeGreaterThan(100);
});

test('a limit into which every check fits changes nothing', async () => {
  const folder = newFolder();
  const only = ['--clause', 'KEY-03', '--max-requests', '2000'];
  await runCommand([...runArguments(right, 2), ...only], {}, folder);
  expect(resultOf(folder).leftOut).toBeUndefined();
});

test('--list shows the checks that fit', async () => {
  const { stdout } = await callCommand(['run', '--list', '--effort', 'smoke']);
  const [, requests = ''] = /\d+ checks, about (\d+) requests\n$/.exec(stdout) ?? [];
  expect(Number(requests)).toBeGreaterThan(150);
  expect(Number(requests)).toBeLessThan(300);
});

test.each([
  [['--max-requests', '50'], /^error: --max-requests is "50": give a whole number from 100 on\n$/],
  [['--max-time', '0'], /^error: --max-time is "0": give a number of seconds from 0.001 to 86,400\n$/],
])('%j is refused in one sentence', async (flags, sentence) => {
  const { code, stderr } = await callCommand(['run', ...flags]);
  expect(stderr).toMatch(sentence);
  expect(code).toBe(2);
});
