import { resolve } from 'node:path';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import { allMutants } from '../../targets/mutants';
import { newFolder, type RunningCommand, startNode } from './support/command';
import { readServers } from './support/served-endpoint';

const root = resolve(__dirname, '../..');
const jestCommand = resolve(root, 'node_modules/jest/bin/jest.js');

/** `npx jest … --selectProjects conformance`, as a user runs it in a clone. */
function startJest(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  project = ['--selectProjects', 'conformance'],
): RunningCommand {
  const settings = { ECS_METADATA_OUT: newFolder(), ECS_METADATA_SEED: '1', ECS_METADATA_EFFORT: 'quick' };
  return startNode([jestCommand, ...args, ...project], { ...settings, ...environment }, root);
}

/** The used part of `--json`. */
interface JestReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly duration: number | null;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

async function runJest(args: readonly string[], environment?: NodeJS.ProcessEnv, project?: string[]) {
  const { code, stdout, stderr } = await startJest([...args, '--json'], environment, project).ended;
  const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as JestReport;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return { code, stderr, report, run: tests.filter(({ status }) => status !== 'pending'), tests };
}

let requests: string[] = [];
let merging: RunningEndpoint;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  const behaviour = allMutants.find(({ name }) => name === 'merges')?.behaviour() ?? {};
  merging = await startEndpoint({
    behaviour: {
      ...behaviour,
      handle: (request, next) => {
        requests.push(`${request.method} ${JSON.stringify(request.body.toString())}`);
        return next(request);
      },
    },
  });
  const { url, projectId, serverIds, token } = merging;
  environment = {
    ECS_METADATA_TARGET: url,
    ECS_METADATA_SERVER_ID: serverIds.slice(0, 1).join(),
    OS_PROJECT_ID: projectId,
    OS_TOKEN: token,
  };
});
beforeEach(() => {
  requests = [];
});
afterAll(() => merging.close());

test('without a target, checks run against the embedded endpoint; -t selects them by id and title', async () => {
  const { code, report, run, tests } = await runJest(['suites/key', '-t', 'KEY-05/slash refuses']);
  expect([code, report.success]).toEqual([0, true]);
  expect(run).toMatchObject([{ fullName: expect.stringMatching(/^KEY-05\/slash refuses \/ in a key \(v2(\.1)?\)$/) }]);
  expect(run[0]).toMatchObject({ status: 'passed', duration: expect.any(Number), failureMessages: [] });
  expect(tests.length).toBeGreaterThan(100);
});

test('a failure has expected, observed and the reproduction; only the selected check has sent requests', async () => {
  const before = await readServers(merging, merging.serverIds.slice(0, 1));
  const { code, report, run } = await runJest(['replace.suite', '-t', 'REPLACE-02/many-unnamed-keys'], environment);
  expect([code, report.success]).toEqual([1, false]);
  expect(run).toMatchObject([{ status: 'failed', fullName: expect.stringMatching(/^REPLACE-02\/many-unnamed-keys /) }]);
  const [message = ''] = run[0]?.failureMessages ?? [];
  expect(message).toMatch(/^REPLACE-02 failed MUST: /);
  expect(message).toMatch(/^ {2}expected {2}\{"new":"x"\}$/m);
  expect(message).toMatch(/^ {2}observed {2}\{.*"a1":"1",/m);
  expect(message).toMatch(/^ {4}curl -sS -i -X PUT /m);
  expect(message).not.toContain(merging.token);
  expect(report.testResults[0]?.message).toContain(message.split('\n')[0]);
  expect(requests.filter((request) => request.includes('\\"a6\\"'))).not.toEqual([]);
  expect(requests.filter((request) => request.includes('second') || request.includes('app.name'))).toEqual([]);
  expect(await readServers(merging, merging.serverIds.slice(0, 1))).toEqual(before);
});

test('a check that is not in the plan is pending, with its reason', async () => {
  const { code, tests } = await runJest(['access.suite', '-t', 'ACCESS-06/foreign-server refuses'], environment);
  expect(tests.filter(({ fullName }) => fullName.startsWith('ACCESS-06/foreign-server '))).toMatchObject([
    { status: 'pending', failureMessages: ['not run, it needs second-project: none was named'] },
  ]);
  // The preflight has shown that the target merges.
  expect(code).toBe(1);
});

test('the configuration of the package runs the compiled suites', async () => {
  const config = ['--config', resolve(root, 'dist/cli/jest/project.js')];
  const { code, run } = await runJest(['rejected-keys', '-t', 'KEY-05/slash refuses'], {}, config);
  expect([code, run.map(({ status }) => status)]).toEqual([0, ['passed']]);
});

test('a pattern that selects nothing sends nothing', async () => {
  const { code, run } = await runJest(['suites/key', '-t', 'KEY-99'], environment);
  expect([code, run, requests]).toEqual([0, [], []]);
});

test('--listTests prints the files', async () => {
  const { code, stdout } = await startJest(['suites/key', '--listTests']).ended;
  expect(code).toBe(0);
  expect(stdout.match(/suites.key.[\w.-]+\.suite\.ts$/gm)).toHaveLength(3);
});

test.each<[string, NodeJS.ProcessEnv, RegExp]>([
  ['nobody has confirmed', { ECS_METADATA_TARGET: 'http://192.0.2.1' }, /restores both: confirm it with --yes/],
  ['does not respond', { ECS_METADATA_TARGET: 'http://127.0.0.1:9' }, /127\.0\.0\.1:9: /],
  ['has a wrong setting', { ECS_METADATA_EFFORT: 'huge' }, /--effort huge is unknown/],
])('a target that %s fails the project in one sentence', async (_, changes, words) => {
  const { code, report } = await runJest(['suites/key', '-t', 'KEY-05'], { ...environment, ...changes });
  const failed = report.testResults.filter(({ message }) => message !== '');
  expect([code, failed.length]).toEqual([1, 1]);
  expect(failed[0]?.message).toMatch(words);
  expect(failed[0]?.message).not.toMatch(/^\s+at /m);
});

test('Ctrl-C stops the checks, restores the servers, and fails the project', async () => {
  const before = await readServers(merging, merging.serverIds.slice(0, 1));
  const running = startJest(['suites/value'], environment);
  // The check VALUE-01/length-129 is under way.
  while (!requests.some((request) => request.includes('v'.repeat(129))))
    await new Promise((later) => setTimeout(later, 20));
  running.child.kill('SIGINT');
  const { code, stderr } = await running.ended;
  expect(stderr).toContain('stopping: the servers are being restored');
  expect(stderr).toContain('not tested: the run was interrupted');
  expect(code).toBe(1);
  expect(await readServers(merging, merging.serverIds.slice(0, 1))).toEqual(before);
});
