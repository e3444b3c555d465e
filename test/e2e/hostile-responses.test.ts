import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import { type CommandResult, newFolder, runCommand } from './support/command';
import { faultProxy } from './support/fault-proxy';
import { type HostileTo, hostileResponses, hostileTo } from './support/hostile-responses';

jest.setTimeout(300_000);

const megabyte = 1024 * 1024;
const clauses = 'ANSWER-02,REPLACE-02,KEY-01';

interface Run extends CommandResult {
  readonly requests: number;
  readonly reports: string;
  /** Megabytes that the process has taken at most; undefined where the system does not say. */
  readonly memory: number | undefined;
}

/** Examines an endpoint that answers some requests like this, as a user would. */
async function examined(name: string, which: HostileTo): Promise<Run> {
  const met = hostileResponses[name];
  if (met === undefined) throw new Error(`there is no ${name}`);
  const endpoint = await startEndpoint();
  const fault = hostileTo(which, met);
  let requests = 0;
  const proxy = await faultProxy(endpoint.url, (passing) => {
    requests += 1;
    return fault(passing);
  });
  const folder = newFolder();
  // Linux counts the memory of the parent as the child's in every other number.
  const status = `require('node:fs').readFileSync('/proc/self/status', 'utf8')`;
  const preload = `process.on('exit', () => require('node:fs').writeFileSync('status', ${status}))`;
  writeFileSync(join(folder, 'preload.js'), process.platform === 'linux' ? preload : '');
  const environment = { NODE_OPTIONS: `--require ${join(folder, 'preload.js')}` };
  const ended = await runCommand([...argumentsFor(endpoint, proxy.url), '--timeout', '2'], environment, folder);
  await endpoint.close();
  const [, kilobytes] =
    process.platform === 'linux' ? (/VmHWM:\s+(\d+)/.exec(readFileSync(join(folder, 'status'), 'utf8')) ?? []) : [];
  const memory = kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  return { ...ended, requests, memory, reports: join(folder, 'out') };
}

function argumentsFor({ projectId, serverIds, token }: RunningEndpoint, url: string): string[] {
  const target = ['--target', url, '--project-id', projectId, '--server-id', serverIds.slice(0, 2).join(',')];
  return ['run', ...target, '--token', token, '--effort', 'quick', '--seed', '1', '--out', 'out', '--clause', clauses];
}

/** The bounds that every run keeps. */
function expectBounded({ code, stdout, stderr, requests, memory, reports }: Run): void {
  expect([1, 3]).toContain(code);
  expect(stderr).not.toMatch(/superagent|RangeError|^\s+at /m);
  const most = Number(/never more than (\d+)/.exec(stderr)?.[1]);
  expect(requests).toBeLessThanOrEqual(most);
  expect(memory ?? 0).toBeLessThan(400);
  expect(stdout.length + stderr.length).toBeLessThan(400_000);
  const sizes = new Map(readdirSync(reports).map((name) => [name, statSync(join(reports, name)).size]));
  for (const name of ['result.json', 'report.html', 'junit.xml', 'summary.md']) {
    expect(sizes.get(name)).toBeGreaterThan(1_000);
    expect(sizes.get(name)).toBeLessThan(16 * megabyte);
  }
  expect(sizes.get('evidence.jsonl.gz')).toBeLessThan(100 * megabyte);
}

const tooLarge = /its\s+response\s+is\s+larger\s+than\s+8\s+MB/;
const overBudget = /the run ends over its budget: the responses to \d+ requests have \d+ MB/;

test.concurrent.each<[string, HostileTo, number, RegExp]>([
  ['JSON nested 100,000 deep', 'replaces of the checks', 1, /ANSWER-02/],
  ['150 MB', 'reads', 3, /given up after 16 responses that are too large/],
  ['1 GB, compressed to 1 MB', 'after a while', 3, tooLarge],
  ['almost 8 MB', 'after a while', 1, overBudget],
  ['interim responses without an end', 'after a while', 3, /no\s+response\s+in\s+time/],
])('a target that answers %s to %s costs no more than any other', async (name, which, code, words) => {
  const run = await examined(name, which);
  expectBounded(run);
  expect(run.code).toBe(code);
  expect(run.stdout + run.stderr).toMatch(words);
});

test.concurrent.each([
  ['150 MB', 3, tooLarge],
  ['JSON nested 100,000 deep', 2, /shows no map/],
])('a target that answers everything with %s is told as what it is', async (name, code, words) => {
  const run = await examined(name, 'everything');
  expect(run.code).toBe(code);
  expect(run.stderr).toMatch(words);
  expect(run.stderr).not.toContain('superagent');
  expect(run.requests).toBeLessThan(10);
});
