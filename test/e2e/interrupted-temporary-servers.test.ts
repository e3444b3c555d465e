import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandResult, type RunningCommand, runCommand, startCommand } from './support/command';
import { type RelayedResponse, relay } from './support/fake-target';
import { type ServedEndpoint, startServe } from './support/served-endpoint';

const inFolder = 'conformance-report/journal.jsonl';

/** A run that makes its servers, through a relay that stops it once something was carried out. */
async function stopped(
  served: ServedEndpoint,
  isMoment: (answer: RelayedResponse, running: RunningCommand) => boolean,
  stop: (running: RunningCommand) => void | Promise<void>,
): Promise<CommandResult & { folder: string; isStopped: boolean }> {
  let running: RunningCommand | undefined;
  let isStopped = false;
  const through = await relay(served.url, async (answer) => {
    if (running === undefined || isStopped || !isMoment(answer, running)) return;
    isStopped = true;
    await stop(running);
  });
  const { projectId, token } = served;
  const target = ['--target', through, '--project-id', projectId, '--token', token];
  const made = ['--create-servers', '2', '--image', 'any', '--flavor', '1', '--effort', 'quick', '--seed', '1'];
  running = startCommand(['run', ...target, ...made]);
  return { ...(await running.ended), folder: running.folder, isStopped };
}

async function names({ url, projectId, token }: ServedEndpoint): Promise<string[]> {
  const answer = await fetch(`${url}/v2.1/${projectId}/servers`, { headers: { 'x-auth-token': token } });
  const { servers } = (await answer.json()) as { servers: { name: string }[] };
  return servers.map(({ name }) => name);
}

const isMaking = ({ method, path }: RelayedResponse) => method === 'POST' && path.endsWith('/servers');
const isPut = ({ method, path }: RelayedResponse) => method === 'PUT' && path.endsWith('/metadata');
const isDeletion = ({ method, path }: RelayedResponse) => method === 'DELETE' && /\/servers\/[^/]+$/.test(path);

function nth(number: number, isMoment: (answer: RelayedResponse) => boolean): (answer: RelayedResponse) => boolean {
  let count = 0;
  return (answer) => {
    if (isMoment(answer)) count += 1;
    return count === number;
  };
}

/** Far beyond the preflight. */
const checksRun = () => nth(100, isPut);

/** An endpoint that never says that a server is active, until the run has been stopped. */
function neverActive(): (answer: RelayedResponse) => boolean {
  let looks = 0;
  return (answer) => {
    if (answer.method !== 'GET' || !/\/servers\/[^/]+$/.test(answer.path) || answer.status !== 200) return false;
    answer.body = answer.body.replace('"OS-EXT-STS:vm_state":"active"', '"OS-EXT-STS:vm_state":"building"');
    looks += 1;
    return looks === 3;
  };
}

const noReports = /^error: the run was interrupted before its checks began, so there are no reports$/m;
const written = /conformance-report\/report\.html/;

test.each<[string, 'SIGINT' | 'SIGTERM' | 'SIGHUP', () => (answer: RelayedResponse) => boolean, RegExp, number]>([
  ['the first server is made', 'SIGINT', () => isMaking, noReports, 3],
  ['the second server is made', 'SIGTERM', () => nth(2, isMaking), noReports, 3],
  ['it waits for a server to become active', 'SIGINT', neverActive, noReports, 3],
  ['one is deleted to have one that is', 'SIGTERM', () => isDeletion, noReports, 3],
  ['the preflight looks what the target offers', 'SIGTERM', () => nth(2, isPut), noReports, 3],
  ['checks run', 'SIGINT', checksRun, written, 3],
  ['checks run, by a terminal that is closed', 'SIGHUP', checksRun, written, 3],
])('while %s, %s has all that was made deleted', async (_, signal, moment, words, code) => {
  const served = await startServe();
  const there = await names(served);
  const ended = await stopped(served, moment(), ({ child }) => void child.kill(signal));
  expect(ended.isStopped).toBe(true);
  expect(ended.stderr).toContain('stopping: ');
  expect(ended.stderr).not.toContain('NOT PUT BACK');
  expect(ended.stdout + ended.stderr).toMatch(words);
  expect(ended.code).toBe(code);
  expect(await names(served)).toEqual(there);
  expect(existsSync(join(ended.folder, inFolder))).toBe(false);
});

/** The deletion at the end of the run: by then the reports are written. */
const isLastDeletion = () => {
  let hasRun = false;
  return (answer: RelayedResponse) => {
    hasRun ||= isPut(answer);
    return hasRun && isDeletion(answer);
  };
};

test('while servers are deleted at the end, SIGINT changes nothing: all are deleted, and the reports are there', async () => {
  const served = await startServe();
  const there = await names(served);
  const ended = await stopped(served, isLastDeletion(), ({ child }) => void child.kill('SIGINT'));
  expect(ended.isStopped).toBe(true);
  expect(ended.stderr).toContain('stopping: ');
  expect(ended.stderr).not.toContain('NOT PUT BACK');
  expect(ended.stdout).toMatch(written);
  expect(await names(served)).toEqual(there);
  expect(existsSync(join(ended.folder, inFolder))).toBe(false);
});

/** Two signals, the second once the first was taken. */
async function twice({ child, waitForOutput, ended }: RunningCommand): Promise<void> {
  child.kill('SIGINT');
  await waitForOutput('stopping: ');
  child.kill('SIGINT');
  await ended;
}

test.each<[string, () => (answer: RelayedResponse) => boolean, RegExp]>([
  ['while servers are made', () => nth(2, isMaking), /^/],
  ['while checks run', checksRun, /^no reports are written: the run was stopped$/m],
  ['while servers are deleted', isLastDeletion, written],
])('%s, a second signal ends the run, says what is left, and restore deletes it', async (_, moment, words) => {
  const served = await startServe();
  const there = await names(served);
  const { code, stdout, stderr, folder } = await stopped(served, moment(), twice);
  const left = (await names(served)).filter((name) => !there.includes(name));
  expect(left).not.toEqual([]);
  for (const name of left) {
    expect(stderr).toMatch(
      new RegExp(`^NOT PUT BACK: server (\\S+ \\()?${name}\\)?, made for this run, may be left`, 'm'),
    );
  }
  expect(stderr).toMatch(/^NOT PUT BACK: .* run: ecs-metadata-conformance restore conformance-report\/journal.jsonl$/m);
  expect(stdout + stderr).toMatch(words);
  expect(code).toBe(3);
  const restored = await runCommand(['restore'], { OS_TOKEN: served.token }, folder);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(await names(served)).toEqual(there);
  expect(existsSync(join(folder, inFolder))).toBe(false);
});
