import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEndpoint } from '../../targets/embedded/start-endpoint';
import { callCommand, newFolder, type RunningCommand, runCommand, startCommand } from './support/command';
import { type RelayedResponse, relay } from './support/fake-target';
import { type NamedEndpoint, readServers, runArguments, type ServerView, setMetadata } from './support/served-endpoint';

// The simulator and the tests of cli/ interrupt runs at every moment. Here each way to end a process is real once.

const journal = 'conformance-report/journal.jsonl';
const before = { kept: 'as it was', 'of:the-user': 'ü' };
/** A run that changes metadata and the vm_state. */
const short = ['--effort', 'quick', '--seed', '1', '--clause', 'STATE-02,STATE-06'];

const endpoints: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(endpoints.map((endpoint) => endpoint.close())));

interface Target {
  readonly endpoint: NamedEndpoint;
  readonly ids: readonly string[];
  /** The two servers of the run, as they were before it. */
  readonly own: readonly ServerView[];
}

async function newTarget(): Promise<Target> {
  const endpoint = await startEndpoint();
  endpoints.push(endpoint);
  const ids = endpoint.serverIds.slice(0, 2);
  for (const id of ids) await setMetadata(endpoint, id, before);
  return { endpoint, ids, own: ids.map(() => ({ vmState: 'active', metadata: before })) };
}

type IsMoment = (response: RelayedResponse) => boolean | Promise<boolean>;

/** A run through a relay that stops it once, after a request was carried out. */
async function runAndStop(
  { endpoint }: Target,
  args: (url: string) => string[],
  isMoment: IsMoment,
  stop: (running: RunningCommand) => void | Promise<void>,
): Promise<RunningCommand> {
  let running: RunningCommand | undefined;
  let isStopped = false;
  const url = await relay(endpoint.url, async (response) => {
    if (running === undefined || isStopped || !(await isMoment(response))) return;
    isStopped = true;
    await stop(running);
  });
  running = startCommand(args(url));
  await running.ended;
  expect(isStopped).toBe(true);
  return running;
}

const onBoth =
  ({ endpoint }: Target) =>
  (url: string): string[] => [...runArguments(endpoint, 2, url), ...short];

/** The moment at which a server is in another vm_state than before the run. */
const isInOtherState =
  ({ endpoint }: Target): IsMoment =>
  async ({ path }) => {
    if (!path.endsWith('/action')) return false;
    const [id = ''] = /(?<=servers\/)[^/]+/.exec(path) ?? [];
    const [seen] = await readServers(endpoint, [id]);
    return seen?.vmState !== 'active';
  };

const signal =
  (name: NodeJS.Signals) =>
  ({ child }: RunningCommand) =>
    void child.kill(name);

/** Two signals, the second once the first was taken. */
async function signalTwice({ child, waitForOutput, ended }: RunningCommand): Promise<void> {
  child.kill('SIGINT');
  await waitForOutput('stopping: ');
  child.kill('SIGTERM');
  await ended;
}

test.concurrent('restore puts back a run that is killed; until then no other run begins', async () => {
  const target = await newTarget();
  const { endpoint, ids, own } = target;
  const { folder } = await runAndStop(target, onBoth(target), isInOtherState(target), signal('SIGKILL'));
  expect(await readServers(endpoint, ids)).not.toEqual(own);
  expect(readFileSync(join(folder, journal), 'utf8')).not.toContain(endpoint.token);

  const second = await callCommand(onBoth(target)(endpoint.url), {}, folder);
  expect(second.stderr).toMatch(/journal.jsonl exists: .* run: \S+ \S+ restore conformance-rep/);
  expect(second.code).toBe(2);

  const restored = await callCommand(['restore'], { OS_TOKEN: endpoint.token }, folder);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(await readServers(endpoint, ids)).toEqual(own);
  expect(existsSync(join(folder, journal))).toBe(false);
});

test.concurrent('after Ctrl-C everything is restored, and the run is incomplete', async () => {
  const target = await newTarget();
  const { ended, folder } = await runAndStop(target, onBoth(target), isInOtherState(target), signal('SIGINT'));
  const { code, stdout, stderr } = await ended;
  expect(stderr).toContain('stopping: the servers are being restored');
  expect(stderr).not.toContain('NOT RESTORED');
  expect(stdout).toMatch(/conformance-report\/report\.html/);
  expect(code).toBe(3);
  expect(await readServers(target.endpoint, target.ids)).toEqual(target.own);
  expect(existsSync(join(folder, journal))).toBe(false);
});

test.concurrent('a second signal ends the run at once: it says what the servers held, and restore puts it back', async () => {
  const target = await newTarget();
  const { ended, folder } = await runAndStop(target, onBoth(target), isInOtherState(target), signalTwice);
  const { code, stderr } = await ended;
  expect(
    stderr.match(/^NOT RESTORED: server \S+ may be changed; before the run its metadata was \{"kept":/gm),
  ).toHaveLength(2);
  expect(stderr).toMatch(/^NOT RESTORED: .* run: \S+ \S+ restore conformance-report\/journal.jsonl$/m);
  expect(stderr).toMatch(/^no reports are written: the run was stopped$/m);
  expect(code).toBe(3);
  const environment = { OS_TOKEN: target.endpoint.token };
  expect(await callCommand(['restore'], environment, folder)).toMatchObject({ code: 0, stderr: '' });
  expect(await readServers(target.endpoint, target.ids)).toEqual(target.own);
});

test.concurrent('if the folder is removed during the run, the servers are restored and the reports are missing', async () => {
  const target = await newTarget();
  const remove = ({ child, folder }: RunningCommand) => {
    rmSync(join(folder, 'conformance-report'), { recursive: true });
    child.kill('SIGINT');
  };
  const { ended } = await runAndStop(target, onBoth(target), isInOtherState(target), remove);
  const { code, stderr } = await ended;
  expect(stderr).toMatch(
    /^error: the reports cannot be written to conformance-report \(ENOENT\): the folder is not there, or cannot be made: correct/m,
  );
  expect(stderr).not.toContain('NOT RESTORED');
  expect(code).toBe(2);
  expect(await readServers(target.endpoint, target.ids)).toEqual(target.own);
});

const onTemporary =
  ({ endpoint: { projectId, token } }: Target, clauses = 'STATE-02,STATE-06') =>
  (url: string): string[] => {
    const made = ['--create-servers', '2', '--image', 'any', '--flavor', '1', '--network', 'none'];
    const plan = ['--effort', 'quick', '--seed', '1', '--clause', clauses];
    return ['run', '--target', url, '--project-id', projectId, '--token', token, ...made, ...plan];
  };

async function namesOfServers({ endpoint: { url, projectId, token } }: Target): Promise<string[]> {
  const response = await fetch(`${url}/v2.1/${projectId}/servers`, { headers: { 'x-auth-token': token } });
  const { servers } = (await response.json()) as { servers: { name: string }[] };
  return servers.map(({ name }) => name);
}

function isSecondCreation(): IsMoment {
  let created = 0;
  return ({ method, path }) => {
    if (method === 'POST' && path.endsWith('/servers')) created += 1;
    return created === 2;
  };
}

test.concurrent('a run on servers made for it deletes them at its end', async () => {
  const target = await newTarget();
  const there = await namesOfServers(target);
  const { code, stdout } = await runCommand(onTemporary(target, 'REPLACE-02,STATE-12')(target.endpoint.url));
  expect(stdout).toMatch(/^passed +STATE-12 /m);
  expect(stdout).toMatch(/^no failure found /m);
  expect(code).toBe(0);
  expect(await namesOfServers(target)).toEqual(there);
});

test.concurrent.each<[string, NodeJS.Signals, (target: Target) => IsMoment, RegExp]>([
  [
    'SIGTERM while servers are made',
    'SIGTERM',
    isSecondCreation,
    /^error: the run was interrupted before its checks began, so there are no reports$/m,
  ],
  ['a closed terminal while checks run', 'SIGHUP', isInOtherState, /conformance-report\/report\.html/],
])('after %s the servers made for the run are deleted', async (_, name, moment, words) => {
  const target = await newTarget();
  const there = await namesOfServers(target);
  const { ended, folder } = await runAndStop(target, onTemporary(target), moment(target), signal(name));
  const { code, stdout, stderr } = await ended;
  expect(stderr).toContain('stopping: ');
  expect(stderr).not.toContain('NOT RESTORED');
  expect(stdout + stderr).toMatch(words);
  expect(code).toBe(3);
  expect(await namesOfServers(target)).toEqual(there);
  expect(existsSync(join(folder, journal))).toBe(false);
});

test.concurrent('a second signal while servers are made: the run names those that may be left, and restore deletes them', async () => {
  const target = await newTarget();
  const there = await namesOfServers(target);
  const { ended, folder } = await runAndStop(target, onTemporary(target), isSecondCreation(), signalTwice);
  const { code, stderr } = await ended;
  const left = (await namesOfServers(target)).filter((name) => !there.includes(name));
  expect(left).not.toEqual([]);
  for (const name of left) {
    const words = `^NOT RESTORED: server (\\S+ \\()?${name}\\)?, created for this run, may be left over`;
    expect(stderr).toMatch(new RegExp(words, 'm'));
  }
  expect(code).toBe(3);
  const restored = await callCommand(['restore'], { OS_TOKEN: target.endpoint.token }, folder);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(await namesOfServers(target)).toEqual(there);
  expect(existsSync(join(folder, journal))).toBe(false);
});

test.concurrent('a plan says what a run would do, and changes nothing', async () => {
  const { endpoint, ids, own } = await newTarget();
  const folder = newFolder();
  const { code, stdout, stderr } = await callCommand(['plan', ...runArguments(endpoint, 2).slice(1)], {}, folder);
  expect(stderr).toBe('');
  expect(stdout).toMatch(
    /^servers +00000000-0000-4000-8000-000000000001: metadata and vm_state are changed, and restored at/m,
  );
  expect(stdout).toMatch(/changed to by checks, once or twice: stopped, paused, .*shelved_offloaded$/m);
  expect(stdout).toMatch(/^requests +about \d+ \(standard effort\)\ntime +about [\d.]+ min at [\d.]+ ms per request/m);
  expect(code).toBe(0);
  expect(await readServers(endpoint, ids)).toEqual(own);
  expect(existsSync(join(folder, 'conformance-report'))).toBe(false);
});

test.concurrent.each<[string, readonly string[], RegExp]>([
  [
    'servers elsewhere and nobody to ask',
    ['--server-id', 'a,b'],
    /of 2 servers, and restores both: confirm it with --yes,/,
  ],
  ['servers to be made of nothing', ['--create-servers', '2'], /--create-servers needs .*: give --image and --flavor/],
])('%s: nothing is sent', async (_, args, complaint) => {
  const away = ['run', '--target', 'http://192.0.2.1', '--project-id', 'p', '--token', 'secret-token'];
  const { code, stderr } = await callCommand([...away, ...args]);
  expect(stderr).toMatch(complaint);
  expect(code).toBe(2);
});

test.concurrent.each([
  ['is not there', undefined, /journal x.jsonl cannot be read \(ENOENT\)/],
  ['is something else', '{}\n', /x.jsonl is not a journal: /],
])('a journal that %s is an error with its reason', async (_, content, complaint) => {
  const folder = newFolder();
  if (content !== undefined) writeFileSync(join(folder, 'x.jsonl'), content);
  const { code, stderr } = await callCommand(['restore', 'x.jsonl'], { OS_TOKEN: 'secret-token' }, folder);
  expect(stderr).toMatch(complaint);
  expect(code).toBe(2);
});
