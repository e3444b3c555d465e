import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, type RunningCommand, runCommand, startCommand } from './support/command';
import { relay } from './support/fake-target';
import {
  readServers,
  runArguments,
  type ServedEndpoint,
  type ServerView,
  setMetadata,
  startServe,
} from './support/served-endpoint';

const inFolder = 'conformance-report/journal.jsonl';
const before = { kept: 'as it was', 'of:the-user': 'ü' };

/** A run through a relay, stopped by `stop` while its server is in another vm_state than its user's. */
async function stoppedInTheMiddle(
  served: ServedEndpoint,
  args: (through: string) => string[],
  stop: (running: RunningCommand) => void | Promise<void>,
): Promise<RunningCommand> {
  let running: RunningCommand | undefined;
  const through = await relay(served.url, async ({ path }) => {
    if (!path.endsWith('/action') || running === undefined) return;
    const [id = ''] = /(?<=servers\/)[^/]+/.exec(path) ?? [];
    const [seen] = await readServers(served, [id]);
    if (seen?.vmState === 'active') return;
    await stop(running);
  });
  running = startCommand(args(through));
  return running;
}

const quick = ['--effort', 'quick', '--seed', '1'];
const kill = ({ child }: RunningCommand) => void child.kill('SIGKILL');

async function ofUser(served: ServedEndpoint): Promise<ServerView[]> {
  const ids = served.serverIds.slice(0, 2);
  for (const id of ids) await setMetadata(served, id, before);
  return ids.map(() => ({ vmState: 'active', metadata: before }));
}

test('a run that is killed is put back by restore, and until then no other run begins', async () => {
  const served = await startServe();
  const own = await ofUser(served);
  const ids = served.serverIds.slice(0, 2);
  const args = (url: string) => [...runArguments(served, 2, url), ...quick];
  const { ended, folder } = await stoppedInTheMiddle(served, args, kill);
  await ended;
  expect(await readServers(served, ids)).not.toEqual(own);
  const journal = readFileSync(join(folder, inFolder), 'utf8');
  expect(journal).not.toContain(served.token);

  const second = await runCommand(args(served.url), {}, folder);
  expect(second.stderr).toMatch(/journal.jsonl exists: .* run: ecs-metadata-conformance restore conformance-rep/);
  expect(second.code).toBe(2);

  const restored = await runCommand(['restore'], { OS_TOKEN: served.token }, folder);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(await readServers(served, ids)).toEqual(own);
  expect(existsSync(join(folder, inFolder))).toBe(false);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'after %s everything is put back, and the run is incomplete',
  async (signal) => {
    const served = await startServe();
    const own = await ofUser(served);
    const stop = ({ child }: RunningCommand) => void child.kill(signal);
    const args = (url: string) => [...runArguments(served, 2, url), ...quick];
    const { ended, folder } = await stoppedInTheMiddle(served, args, stop);
    const { code, stderr } = await ended;
    expect(stderr).toContain('stopping: the servers are being restored');
    expect(stderr).not.toContain('NOT PUT BACK');
    expect(code).toBe(3);
    expect(await readServers(served, served.serverIds.slice(0, 2))).toEqual(own);
    expect(existsSync(join(folder, inFolder))).toBe(false);
  },
);

test('a second signal ends the run at once: it says what the servers were like, and restore puts them back', async () => {
  const served = await startServe();
  const own = await ofUser(served);
  const twice = async ({ child, waitForOutput, ended }: RunningCommand) => {
    child.kill('SIGINT');
    await waitForOutput('stopping: ');
    child.kill('SIGTERM');
    await ended;
  };
  const args = (url: string) => [...runArguments(served, 2, url), ...quick];
  const { ended, folder } = await stoppedInTheMiddle(served, args, twice);
  const { code, stderr } = await ended;
  expect(
    stderr.match(/^NOT PUT BACK: server \S+ may be changed; before the run its metadata was \{"kept":/gm),
  ).toHaveLength(2);
  expect(stderr).toMatch(/^NOT PUT BACK: .* run: ecs-metadata-conformance restore conformance-report\/journal.jsonl$/m);
  expect(stderr).toMatch(/^no reports are written: the run was stopped$/m);
  expect(code).toBe(3);
  expect(await runCommand(['restore'], { OS_TOKEN: served.token }, folder)).toMatchObject({ code: 0, stderr: '' });
  expect(await readServers(served, served.serverIds.slice(0, 2))).toEqual(own);
});

test('a folder that is removed during the run: the servers are put back, and the reports are said to be missing', async () => {
  const served = await startServe();
  const own = await ofUser(served);
  const remove = ({ child, folder }: RunningCommand) => {
    rmSync(join(folder, 'conformance-report'), { recursive: true });
    child.kill('SIGINT');
  };
  const args = (url: string) => [...runArguments(served, 2, url), ...quick];
  const { ended } = await stoppedInTheMiddle(served, args, remove);
  const { code, stderr } = await ended;
  expect(stderr).toMatch(
    /^error: the reports cannot be written to conformance-report \(ENOENT\): the folder is not there, or cannot be made: mend/m,
  );
  expect(stderr).not.toContain('NOT PUT BACK');
  expect(code).toBe(2);
  expect(await readServers(served, served.serverIds.slice(0, 2))).toEqual(own);
});

test('what cannot be put back is said, with the command, and the journal stays', async () => {
  const served = await startServe();
  await ofUser(served);
  const die = () => void served.running.child.kill('SIGKILL');
  const { ended, folder } = await stoppedInTheMiddle(served, (url) => [...runArguments(served, 1, url), ...quick], die);
  const { code, stderr } = await ended;
  expect(stderr).toMatch(/^NOT PUT BACK: server \S+ was not put back \(.*before the run .* was \{"kept":"as it was"/m);
  expect(stderr).toMatch(/^NOT PUT BACK: .* run: ecs-metadata-conformance restore conformance-report\/journal.jsonl$/m);
  expect(code).toBe(3);
  const restored = await runCommand(['restore', inFolder], { OS_TOKEN: served.token }, folder);
  expect(restored.stderr).toMatch(/^NOT PUT BACK: server /m);
  expect(restored.code).toBe(3);
  expect(existsSync(join(folder, inFolder))).toBe(true);
});

const made = ['--create-servers', '2', '--image', 'any', '--flavor', '1', '--network', 'none'];
const ofOwnMaking = (served: ServedEndpoint, url: string) => {
  const given = runArguments(served, 0, url);
  return [...given.filter((_, index) => given[index] !== '--server-id' && given[index - 1] !== '--server-id'), ...made];
};

async function names({ url, projectId, token }: ServedEndpoint): Promise<string[]> {
  const answer = await fetch(`${url}/v2.1/${projectId}/servers`, { headers: { 'x-auth-token': token } });
  const { servers } = (await answer.json()) as { servers: { name: string }[] };
  return servers.map(({ name }) => name);
}

test('servers that the run makes are examined, and deleted at its end', async () => {
  const served = await startServe();
  const there = await names(served);
  const waived = ['--waive', 'second-server,second-project,vm-states'];
  const { code, stdout } = await runCommand([...ofOwnMaking(served, served.url), ...quick, ...waived]);
  expect(stdout).toMatch(/^passed +STATE-12 /m);
  expect(stdout).toMatch(/^conformant, \d+ waived, quick$/m);
  expect(code).toBe(0);
  expect(await names(served)).toEqual(there);
});

test('servers that a killed run has made are deleted by restore', async () => {
  const served = await startServe();
  const there = await names(served);
  const args = (url: string) => [...ofOwnMaking(served, url), ...quick];
  const { ended, folder } = await stoppedInTheMiddle(served, args, kill);
  await ended;
  expect(await names(served)).toHaveLength(there.length + 2);
  const restored = await runCommand(['restore'], { OS_TOKEN: served.token }, folder);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(await names(served)).toEqual(there);
});

test.each([
  ['cut off in the middle of its last line', (text: string) => text.slice(0, -30)],
  ['cut off after its first server', (text: string) => `${text.split('\n').slice(0, 2).join('\n')}\n`],
])('of a journal that is %s, restore puts back the rest, and keeps it', async (_, cut) => {
  const served = await startServe();
  const [own] = await ofUser(served);
  const args = (url: string) => [...runArguments(served, 2, url), ...quick];
  const { ended, folder } = await stoppedInTheMiddle(served, args, kill);
  await ended;
  const path = join(folder, inFolder);
  const text = cut(readFileSync(path, 'utf8'));
  writeFileSync(path, text);
  const { code, stdout, stderr } = await runCommand(['restore'], { OS_TOKEN: served.token }, folder);
  expect(stdout).toBe('1 server restored\n');
  expect(stderr).toMatch(
    /^NOT KNOWN: \S+ is cut off: of its 2 entries 1 can be read\nNOT KNOWN: server \S+2 may have been/,
  );
  expect(code).toBe(3);
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(await readServers(served, served.serverIds.slice(0, 1))).toEqual([own]);
});

test('a plan says what a run would do, and changes nothing', async () => {
  const served = await startServe();
  const own = await ofUser(served);
  const { folder, ended } = startCommand([
    'plan',
    ...runArguments(served, 2).slice(1),
    '--vm-state-hook',
    served.hookUrl,
  ]);
  const { code, stdout, stderr } = await ended;
  expect(stderr).toBe('');
  expect(stdout).toMatch(
    /^servers +00000000-0000-4000-8000-000000000001: metadata and vm_state are changed, and restored/m,
  );
  expect(stdout).toMatch(/changed to by checks, once or twice: stopped, paused, .*deleted$/m);
  expect(stdout).toMatch(/^requests +about \d+ \(standard effort\)\ntime +about [\d.]+ min at [\d.]+ ms a request/m);
  expect(code).toBe(0);
  expect(await readServers(served, served.serverIds.slice(0, 2))).toEqual(own);
  expect(existsSync(join(folder, 'conformance-report'))).toBe(false);
});

test.each<[string, readonly string[], RegExp]>([
  [
    'servers elsewhere and nobody to ask',
    ['--server-id', 'a,b'],
    /of 2 servers, and restores both: confirm it with --yes,/,
  ],
  ['servers to be made of nothing', ['--create-servers', '2'], /--create-servers needs .*: give --image and --flavor/],
  ['an image for nothing', ['--server-id', 'a', '--image', 'i'], /--image has no effect without --create-servers/],
])('%s: nothing is sent', async (_, args, complaint) => {
  const away = ['run', '--target', 'http://192.0.2.1', '--project-id', 'p', '--token', 'secret-token'];
  const { code, stderr } = await runCommand([...away, ...args]);
  expect(stderr).toMatch(complaint);
  expect(code).toBe(2);
});

test.each([
  ['is not there', undefined, /journal x.jsonl cannot be read \(ENOENT\)/],
  ['is something else', '{}\n', /x.jsonl is not a journal/],
])('a journal that %s is complained of', async (_, content, complaint) => {
  const folder = newFolder();
  if (content !== undefined) writeFileSync(join(folder, 'x.jsonl'), content);
  const { code, stderr } = await runCommand(['restore', 'x.jsonl'], { OS_TOKEN: 'secret-token' }, folder);
  expect(stderr).toMatch(complaint);
  expect(code).toBe(2);
});
