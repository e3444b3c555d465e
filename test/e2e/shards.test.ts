import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../reports/result/result';
import { type RunningEndpoint, type StartOptions, startEndpoint } from '../../targets/embedded/start-endpoint';
import { allMutants } from '../../targets/mutants';
import { callCommand, newFolder, type RunningCommand, readOutputFile, startCommand } from './support/command';

const count = 4;
const plan = ['--effort', 'quick', '--seed', '7'];

const endpoints: RunningEndpoint[] = [];
afterAll(() => Promise.all(endpoints.map((endpoint) => endpoint.close())));

async function newEndpoint(options: StartOptions = {}): Promise<RunningEndpoint> {
  const endpoint = await startEndpoint(options);
  endpoints.push(endpoint);
  return endpoint;
}

async function createServer({ url }: RunningEndpoint, projectId: string, token: string): Promise<string> {
  const response = await fetch(`${url}/v2.1/${projectId}/servers`, {
    method: 'POST',
    headers: { 'x-auth-token': token, 'content-type': 'application/json' },
    body: JSON.stringify({ server: { name: 'of-a-shard' } }),
  });
  return ((await response.json()) as { server: { id: string } }).server.id;
}

/** The flags of a run on two new servers of the project, and a new one of the second project. */
async function onOwnServers(endpoint: RunningEndpoint): Promise<string[]> {
  const { url, projectId, token, otherProjectId, otherToken, fixedServers } = endpoint;
  const create = (project: string, key: string) => createServer(endpoint, project, key);
  const own = await Promise.all([create(projectId, token), create(projectId, token)]);
  const other = await create(otherProjectId, otherToken);
  const states = Object.entries(fixedServers).map(([state, id]) => `${state}=${id}`);
  return [
    ...['--target', url, '--project-id', projectId, '--token', token, '--server-id', own.join(',')],
    ...['--other-project-id', otherProjectId, '--other-token', otherToken, '--other-server-id', other],
    ...['--vm-state', states.join(',')],
  ];
}

type StartShard = (index: number) => RunningCommand;

/** Starts any shard of a run, each on servers of its own, with reports in the folder of its number. */
async function shardsOf(endpoint: RunningEndpoint, folder: string, flags = plan): Promise<StartShard> {
  const servers = await Promise.all(Array.from({ length: count }, () => onOwnServers(endpoint)));
  return (index) => {
    const shard = ['--shard', `${index}/${count}`, '--out', `${index}`];
    return startCommand(['run', ...(servers[index - 1] ?? []), ...flags, ...shard], {}, folder);
  };
}

const merge = (folder: string, shards: readonly (number | string)[], ...flags: string[]) =>
  callCommand(['merge', ...shards.map(String), '--out', 'merged', ...flags], {}, folder);

const resultOf = (folder: string, out: number | string) =>
  JSON.parse(readFileSync(join(folder, `${out}`, 'result.json'), 'utf8')) as Result;

/** The verdict of each clause, with everything that it rests on and that is the same in each run. */
const verdictsOf = ({ clauses }: Result) =>
  clauses.map(({ clause, verdict, reading, waived }) => ({ clause, verdict, reading, waived }));

/** Waits until a run has written the evidence of its first checks. */
async function untilChecksRun(folder: string, index: number): Promise<void> {
  const part = join(folder, `${index}`, 'evidence.jsonl.gz.part');
  const isBegun = () => existsSync(part) && readFileSync(part).length > 0;
  while (!isBegun()) await new Promise((settle) => setTimeout(settle, 20));
}

test('four shards, one killed and run again, give each clause the verdict of one run', async () => {
  const endpoint = await newEndpoint();
  const folder = newFolder();
  const start = await shardsOf(endpoint, folder);
  const single = startCommand(['run', ...(await onOwnServers(endpoint)), ...plan, '--out', 'single'], {}, folder);
  const running = [1, 2, 3, 4].map(start);
  await untilChecksRun(folder, 3);
  running[2]?.child.kill('SIGKILL');
  const ended = await Promise.all(running.map((each) => each.ended));
  expect(ended.map(({ code }) => code)).toEqual([0, 0, null, 0]);
  expect(ended[1]?.stdout).toContain('no failure found in shard 2 of 4');
  expect((await single.ended).code).toBe(0);

  const without = await merge(folder, [1, 2, 3, 4]);
  expect(without.code).toBe(3);
  expect(without.stdout).toMatch(/^problem\s+shard 3 of 4 is missing: run it again with --shard 3\/4/m);
  expect(without.stderr).toMatch(/^3 is left out: it has no result.json: its run was killed, or has not ended$/m);
  expect(without.stderr).toMatch(/^ {2}.* run --shard 3\/4 --seed 7 --effort quick$/m);
  const incomplete = resultOf(folder, 'merged');
  expect(incomplete.verdict).toBe('incomplete');
  // A clause with a check in the missing shard is not tested; no other clause loses its verdict.
  const lost = incomplete.clauses.filter(({ verdict }) => verdict === 'not tested');
  expect(lost.length).toBeGreaterThan(20);
  for (const { checks } of lost) expect(checks.notRun).toBeGreaterThan(0);

  const restored = await callCommand(
    ['restore', '3', '--token', endpoint.token, '--other-token', endpoint.otherToken],
    {},
    folder,
  );
  expect(restored).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d servers restored\n$/) });
  expect((await start(3).ended).code).toBe(0);
  const { code, stdout, stderr } = await merge(folder, [4, 1, 3, 2]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/merged\s+from 4 shards/);
  const [whole, merged] = [resultOf(folder, 'single'), resultOf(folder, 'merged')];
  expect(merged.verdict).toBe('conformant');
  expect(verdictsOf(merged)).toEqual(verdictsOf(whole));
  // Each shard counts its own preflight.
  expect(merged.checks).toBe(whole.checks + count - 1);
  expect(merged.run.shards).toBe(count);
  expect(readdirSync(join(folder, 'merged')).sort()).toEqual(readdirSync(join(folder, 'single')).sort());
  const numbers = readOutputFile(join(folder, 'merged', 'evidence.jsonl.gz'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .flatMap(({ exchange }) => exchange?.number ?? []);
  expect(numbers).toEqual(Array.from({ length: merged.exchanges }, (_, place) => place + 1));
});

// With a mutant that keeps old pairs, it would depend on the server which checks show nothing.
describe('four shards of a mutant', () => {
  const selected = [...plan, '--clause', 'REPLACE,KEY,ANSWER,QUOTA'];
  let folder: string;

  beforeAll(async () => {
    const behaviour = allMutants.find(({ name }) => name === 'key-limit-256')?.behaviour() ?? {};
    const endpoint = await newEndpoint({ behaviour });
    folder = newFolder();
    const start = await shardsOf(endpoint, folder, selected);
    const single = startCommand(['run', ...(await onOwnServers(endpoint)), ...selected, '--out', 'single'], {}, folder);
    await Promise.all([...[1, 2, 3, 4].map(start), single].map(({ ended }) => ended));
  }, 120_000);

  test('fail the clauses that one run fails', async () => {
    const { code } = await merge(folder, [1, 2, 3, 4]);
    const [whole, merged] = [resultOf(folder, 'single'), resultOf(folder, 'merged')];
    expect([code, merged.verdict]).toEqual([1, 'not conformant']);
    expect(verdictsOf(merged)).toEqual(verdictsOf(whole));
    expect(merged.clauses.filter(({ verdict }) => verdict === 'failed').length).toBeGreaterThan(0);
    expect(merged.run.selected).toEqual(['REPLACE', 'KEY', 'ANSWER', 'QUOTA']);
  });

  test('give a result that compare, site and baseline update take; a single shard is refused', async () => {
    await merge(folder, [1, 2, 3, 4]);
    expect(await callCommand(['compare', 'single', 'merged'], {}, folder)).toMatchObject({ code: 0 });
    const members = ['--reason', 'known', '--owner', 'https://t.example.com/1', '--expires', '2999-01-01'];
    const update = (out: string) => callCommand(['baseline', 'update', `${out}/result.json`, ...members], {}, folder);
    expect(await update('merged')).toMatchObject({ code: 0 });
    const { code, stdout } = await merge(folder, [1, 2, 3, 4], '--baseline', 'conformance-baseline.yaml');
    expect(code).toBe(0);
    expect(stdout).toMatch(/gate: passed, \d+ known failure/);
    const refused = await update('2');
    expect([refused.code, refused.stderr]).toEqual([
      2,
      'error: 2/result.json is of shard 2 of 4: merge the shards, and give that result\n',
    ]);
    const site = await callCommand(['site', '.'], {}, folder);
    expect(site.stderr).toContain('skipped 1/result.json: it is of shard 1 of 4: merge the shards first');
    expect(site.stdout).toContain('1 target, 2 runs');
  });

  test('a shard whose evidence is cut short leaves the run without its checks', async () => {
    const cut = join(folder, 'cut');
    cpSync(join(folder, '2'), cut, { recursive: true });
    const evidence = readFileSync(join(cut, 'evidence.jsonl.gz'));
    writeFileSync(join(cut, 'evidence.jsonl.gz'), evidence.subarray(0, evidence.length - 100));
    const { code, stderr } = await merge(folder, [1, 'cut', 3, 4]);
    expect(stderr).toMatch(/^shard 2 of 4 is broken \(the evidence is not a whole gzip file: .*\): run it again with/m);
    const { verdict, troubles } = resultOf(folder, 'merged');
    expect([code, verdict]).toEqual([1, 'not conformant']);
    expect(troubles).toEqual([expect.stringMatching(/^shard 2 of 4 is broken /)]);
  });

  test.each<[string, (result: Result) => object, RegExp]>([
    ['seed', ({ run }) => ({ run: { ...run, seed: 8 } }), /error: other does not belong to 1: its seed is 8, not 7: /],
    ['target', ({ run }) => ({ run: { ...run, target: 'http://b' } }), /its target is http:\/\/b, not http/],
    ['profile', ({ run }) => ({ run: { ...run, profile: 'nova' } }), /its profile is nova, not ecs/],
    ['effort', ({ run }) => ({ run: { ...run, effort: 'standard' } }), /its effort is standard, not quick/],
    ['suite', ({ run }) => ({ run: { ...run, suite: '0.0.1' } }), /its version of the suite is 0.0.1, not/],
    ['selection', ({ run }) => ({ run: { ...run, selected: ['KEY'] } }), /its selection \(--clause\) is KEY, not/],
    ['count', ({ run }) => ({ run: { ...run, shard: { index: 2, count: 3 } } }), /number of shards is 3, not 4/],
    [
      'shard twice',
      ({ run }) => ({ run: { ...run, shard: { index: 1, count } } }),
      /1 and other are both shard 1 of 4/,
    ],
    ['whole run', ({ run: { shard: _, ...run } }) => ({ run }), /other has the report of a run without shards/],
  ])('a folder of another %s does not belong to the others', async (_, change, words) => {
    const other = join(folder, 'other');
    rmSync(other, { recursive: true, force: true });
    mkdirSync(other);
    const result = resultOf(folder, 2);
    writeFileSync(join(other, 'result.json'), JSON.stringify({ ...result, ...change(result) }));
    const { code, stderr } = await merge(folder, [1, 'other', 3, 4]);
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toMatch(words);
  });

  test('a result beside the evidence of another shard is broken', async () => {
    const mixed = join(folder, 'mixed');
    cpSync(join(folder, '2'), mixed, { recursive: true });
    cpSync(join(folder, '3', 'evidence.jsonl.gz'), join(mixed, 'evidence.jsonl.gz'));
    const { stderr } = await merge(folder, [1, 'mixed', 3, 4]);
    expect(stderr).toMatch(/^shard 2 of 4 is broken \(its evidence is not that of its result\)/m);
  });

  test('folders without a result, and the folder of a shard for the reports, are errors', async () => {
    const nothing = await merge(folder, ['nowhere']);
    expect([nothing.code, nothing.stderr]).toEqual([
      2,
      'error: there is no result to merge (nowhere: it has no result.json: its run was killed, or has not ended): give the report folders of the shards\n',
    ]);
    const own = await merge(folder, [1, 2, 3, 4], '--out', './2');
    expect([own.code, own.stderr]).toEqual([
      2,
      'error: --out ./2 is the folder of a shard: give another one for the reports of the run\n',
    ]);
  });
});

test('two shards that ran at the same time on one server show no failure, and the run is incomplete', async () => {
  const behaviour = allMutants.find(({ name }) => name === 'merges')?.behaviour() ?? {};
  const endpoint = await newEndpoint({ behaviour });
  const folder = newFolder();
  const flags = [...(await onOwnServers(endpoint)), ...plan, '--clause', 'REPLACE-02'];
  // One after the other, so that neither finds the other. The results then say that both ran at the same time.
  for (const index of [1, 2]) {
    await startCommand(['run', ...flags, '--shard', `${index}/2`, '--out', `${index}`], {}, folder).ended;
  }
  expect(await merge(folder, [1, 2])).toMatchObject({ code: 1 });
  const second = resultOf(folder, 2);
  const { began } = resultOf(folder, 1).run;
  writeFileSync(join(folder, '2', 'result.json'), JSON.stringify({ ...second, run: { ...second.run, began } }));
  const { code } = await merge(folder, [1, 2]);
  const { troubles, clauses } = resultOf(folder, 'merged');
  expect(code).toBe(3);
  expect(troubles).toEqual([
    expect.stringMatching(/^shards 1 and 2 of 2 ran at the same time on server \S+: give each/),
  ]);
  expect(clauses.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
});
