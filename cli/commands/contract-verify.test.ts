import childProcess from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { compliant } from '../../targets/embedded/compliant';
import { startEndpoint } from '../../targets/embedded/start-endpoint';
import { realMachine } from '../machine/machine';
import { CapturedOutput } from '../machine/testing/captured-output';
import type { Settings } from '../settings/settings';
import { embeddedSettings } from '../target/embedded-target';
import { type ContractSourceOptions, contractVerify } from './contract-verify';

// A whole verification takes a second or two, and many on a busy machine.
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'contract-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Verifies against an endpoint that decides as given. */
async function verify(
  behaviour: Partial<Behaviour>,
  options: Partial<ContractSourceOptions> = {},
  given: Settings = {},
) {
  const reference = await startEndpoint({ behaviour });
  const heard = new CapturedOutput();
  try {
    // What cannot be put back leaves a journal.
    const settings = { ...embeddedSettings(reference), out: mkdtempSync(join(folder, 'out-')), ...given };
    const code = await contractVerify(
      settings,
      { provider: 'ecs-metadata', ...options },
      { ...realMachine, console: heard.console },
    );
    const lines = heard.stdout.split('\n');
    const having = (outcome: string) => lines.filter((line) => line.startsWith(`${outcome} `)).map(nameOf);
    return { code, lines, passed: having('passed'), failed: having('failed'), hindered: having('not verified') };
  } finally {
    await reference.close();
  }
}

/** `failed       REPLACE-02 v2.1 …` is `REPLACE-02 v2.1`. */
function nameOf(line: string): string {
  return line.slice(13).split(' ').slice(0, 2).join(' ');
}

/** A pact of the kind that older clients write: ids and token as they were on the day. */
function pact(interactions: readonly object[]): string {
  const file = join(folder, `${interactions.length}-${Math.random()}.json`);
  const names = { consumer: { name: 'billing' }, provider: { name: 'ecs-metadata' } };
  const metadata = { pactSpecification: { version: '3.0.0' } };
  writeFileSync(file, JSON.stringify({ ...names, interactions, metadata }));
  return file;
}

const replacing = {
  description: 'tags a stopped server',
  providerStates: [{ name: 'server exists', params: { vm_state: 'stopped', metadata: { old: '1' } } }],
  request: {
    method: 'PUT',
    path: '/v2.1/billing-project/servers/billing-server/metadata',
    headers: { 'Content-Type': 'application/json', 'X-Auth-Token': 'billing-token' },
    body: { metadata: { cost: '42' } },
  },
  response: { status: 200, body: { metadata: { cost: '42' } } },
};

test('every interaction of our contract passes on the embedded endpoint', async () => {
  const { code, passed } = await verify({});
  expect(code).toBe(0);
  expect(passed).toHaveLength(104);
});

test('an endpoint that answers 201 fails the interaction about the status, and only that', async () => {
  const answer: Behaviour['answer'] = (...args) => ({ ...compliant.answer(...args), status: 201 });
  const { code, failed } = await verify({ answer });
  expect(failed).toEqual(['ANSWER-01 v2', 'ANSWER-01 v2.1']);
  expect(code).toBe(1);
});

test('an endpoint that loses empty values fails the interaction about them, and only that', async () => {
  const replace: Behaviour['replace'] = (_, sent) =>
    Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''));
  const { failed, lines } = await verify({ replace });
  expect(failed).toEqual(['VALUE-02 v2', 'VALUE-02 v2.1']);
  expect(lines.join('\n')).toContain('$.metadata');
});

test('an endpoint that leaves a pair out of its answer fails the interactions about the answer, and only those', async () => {
  const answer: Behaviour['answer'] = (stored, sent, context) => {
    const [, ...rest] = Object.entries(stored);
    return compliant.answer(Object.fromEntries(rest), sent, context);
  };
  const { failed } = await verify({ answer });
  expect(failed).toEqual(['ANSWER-02 v2', 'ANSWER-02 v2.1', 'ANSWER-03 v2', 'ANSWER-03 v2.1']);
});

test('an endpoint that says 200 and stores nothing does not pass for one that stores', async () => {
  const { failed } = await verify({
    save: () => {},
    answer: (_, sent, context) => compliant.answer(sent, sent, context),
  });
  expect(failed).toEqual(expect.arrayContaining(['REPLACE-01 v2', 'REPLACE-01 v2.1']));
  expect(failed.filter((name) => name.startsWith('ANSWER'))).toEqual([]);
});

test('an endpoint that merges fails the interactions that leave something out', async () => {
  const { failed } = await verify({ replace: (old, sent) => ({ ...old, ...sent }) });
  expect(failed).toEqual(expect.arrayContaining(['REPLACE-02 v2', 'REPLACE-02 v2.1', 'REPLACE-04 v2']));
  expect(failed.filter((name) => /^(ACCESS|KEY-0[3-6]|BODY)/.test(name))).toEqual([]);
});

test('a vm_state that cannot be reached is not verified, and the verification incomplete', async () => {
  const { code, failed, hindered } = await verify({}, {}, { vmState: [], vmStateActions: false });
  expect(code).toBe(3);
  expect(failed).toEqual([]);
  expect(hindered).toEqual(expect.arrayContaining(['STATE-02 v2', 'STATE-06 v2.1', 'ATOMIC-02 v2']));
});

test('a target that dies under way leaves the rest not verified', async () => {
  // The survey and the rehearsal come before the first interaction.
  let left = 80;
  const handle: Behaviour['handle'] = (request, next) => {
    left -= 1;
    return left < 0 ? { status: 503, headers: {}, body: '' } : next(request);
  };
  const { code, failed, hindered } = await verify({ handle });
  expect(code).toBe(3);
  expect(failed).toEqual([]);
  expect(hindered.length).toBeGreaterThan(50);
});

test("a consumer's own pact is verified on the ids of the target, with its token", async () => {
  const seen: string[] = [];
  const handle: Behaviour['handle'] = (request, next) => {
    seen.push(`${request.url} ${request.headers['x-auth-token']}`);
    return next(request);
  };
  const { code, lines } = await verify({ handle }, { pact: pact([replacing]) });
  expect(lines).toContain('passed       tags a stopped server');
  expect(code).toBe(0);
  expect(seen.join('\n')).not.toContain('billing');
});

test("a consumer's own pact fails where the target does otherwise, and says how", async () => {
  const interaction = { ...replacing, response: { status: 204 } };
  const { code, lines } = await verify({}, { pact: pact([interaction]) });
  expect(code).toBe(1);
  expect(lines.join('\n')).toMatch(/failed +tags a stopped server\n.*204.*200/);
});

test('interactions that share a description and presuppose nothing keep their own results', async () => {
  const { providerStates: _, ...plain } = replacing;
  const wrong = { ...plain, response: { status: 409 } };
  const { code, lines } = await verify({}, { pact: pact([wrong, plain, wrong]) });
  expect(code).toBe(1);
  expect(lines.filter((line) => line.includes('tags a')).map((line) => line.slice(0, 6))).toEqual([
    'failed',
    'passed',
    'failed',
  ]);
});

test('bytes of a body go through as they are', async () => {
  const body = '{"metadata": {"a":"1","a":"2"} }';
  const seen: string[] = [];
  const handle: Behaviour['handle'] = (request, next) => {
    if (request.method === 'PUT') seen.push(request.body.toString('utf8'));
    return next(request);
  };
  await verify({ handle }, { pact: pact([{ ...replacing, request: { ...replacing.request, body } }]) });
  expect(seen).toContain(body);
});

test.each([
  [
    'a provider state that nobody knows',
    { providerStates: [{ name: 'the moon is full' }] },
    /"the moon is full".*"server exists"/,
  ],
  [
    'a parameter that a state does not take',
    { providerStates: [{ name: 'server exists', params: { vmstate: 'stopped' } }] },
    /vmstate/,
  ],
  ['a request that is not about metadata', { request: { method: 'DELETE', path: '/v2.1/p/servers/s' } }, /DELETE/],
])('%s cannot be verified, and nothing is deleted', async (_, part, complaint) => {
  const deleted: string[] = [];
  const handle: Behaviour['handle'] = (request, next) => {
    if (request.method === 'DELETE') deleted.push(request.url);
    return next(request);
  };
  await expect(verify({ handle }, { pact: pact([{ ...replacing, ...part }]) })).rejects.toThrow(complaint);
  expect(deleted).toEqual([]);
});

test.each([
  ['holds nothing', { pact: pact([]) }, 'holds no interactions'],
  ['is not there', { pact: join(folder, 'none.json') }, 'cannot be read (ENOENT)'],
  ['is named twice', { pact: 'x', fromBroker: 'http://127.0.0.1:9' }, 'give one of them'],
  ['has results and no broker', { providerVersion: '1' }, 'give --from-broker too'],
])('a contract that %s cannot be used', async (_, options, complaint) => {
  await expect(verify({}, options)).rejects.toThrow(complaint);
});

test('Pact is given no token, no filter of the user, and told to send no telemetry', async () => {
  process.env.OS_TOKEN = 'token-in-the-environment';
  process.env.PACT_DESCRIPTION = 'nothing is called so';
  const spawn = jest.spyOn(childProcess, 'spawn');
  const { passed } = await verify({}, { pact: pact([replacing]) });
  delete process.env.OS_TOKEN;
  delete process.env.PACT_DESCRIPTION;
  const [given] = spawn.mock.calls;
  spawn.mockRestore();
  expect(passed).toEqual(['tags a']);
  expect(given).toMatchObject([expect.any(String), expect.any(Array), { env: { PACT_DO_NOT_TRACK: 'true' } }]);
  expect(JSON.stringify(given)).not.toMatch(/token-(in|of)-the|nothing is called so/);
});
