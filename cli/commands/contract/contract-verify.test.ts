import childProcess from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Behaviour } from '../../../targets/embedded/behaviour';
import { compliant } from '../../../targets/embedded/compliant';
import { startEndpoint } from '../../../targets/embedded/start-endpoint';
import { realMachine } from '../../machine/machine';
import { CapturedOutput } from '../../machine/testing/captured-output';
import type { Settings } from '../../settings/settings';
import { embeddedSettings } from '../../target/embedded-target';
import { type ContractSourceOptions, contractVerify } from './contract-verify';

// A whole verification takes a second or two, and many on a busy machine.
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'contract-verify-'));

/** Verifies against an endpoint that decides as given. */
async function verify(
  behaviour: Partial<Behaviour>,
  options: Partial<ContractSourceOptions> = {},
  given: Settings = {},
) {
  const reference = await startEndpoint({ behaviour });
  const heard = new CapturedOutput();
  try {
    // A run that cannot restore a server keeps its journal.
    const settings = { ...embeddedSettings(reference), out: mkdtempSync(join(folder, 'out-')), ...given };
    const code = await contractVerify(
      settings,
      { provider: 'ecs-metadata', ...options },
      { ...realMachine, console: heard.console },
    );
    const lines = heard.stdout.split('\n');
    const having = (outcome: string) => lines.filter((line) => line.startsWith(`${outcome} `)).map(nameOf);
    const read = (name: string) => readFileSync(join(settings.out ?? '', name), 'utf8');
    return { code, lines, failed: having('failed'), hindered: having('not verified'), stderr: heard.stderr, read };
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

/** Loses pairs with an empty value, and responds with 201. */
const wrong: Partial<Behaviour> = {
  replace: (_, sent) => Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '')),
  answer: (...args) => ({ ...compliant.answer(...args), status: 201 }),
};

test('interactions fail that the target violates, and only those; without a vm_state they are not verified', async () => {
  const { code, failed, hindered, lines } = await verify(wrong, {}, { vmState: [], vmStateActions: false });
  expect(failed).toEqual(['ANSWER-01 v2', 'ANSWER-01 v2.1', 'VALUE-02 v2', 'VALUE-02 v2.1']);
  expect(lines.join('\n')).toContain('$.metadata');
  expect(hindered).toEqual(expect.arrayContaining(['STATE-02 v2', 'STATE-06 v2.1', 'ATOMIC-02 v2']));
  expect(code).toBe(1);
});

const body = '{"metadata": {"a":"1","a":"2"} }';
const forged = '\r\n::error::all\u001b[2J';

test('the pact of a consumer: ids and token of the target, bytes as they are, each interaction with its own result', async () => {
  const { providerStates: _, ...plain } = replacing;
  const interactions = [
    replacing,
    { ...plain, response: { status: 409 } },
    { ...plain, request: { ...plain.request, body }, response: { status: 200 } },
    { ...plain, description: `stores it${forged}`, response: { status: 204 } },
  ];
  const seen: string[] = [];
  const bodies: string[] = [];
  const handle: Behaviour['handle'] = (request, next) => {
    seen.push(`${request.url} ${request.headers['x-auth-token']}`);
    if (request.method === 'PUT') bodies.push(request.body.toString('utf8'));
    return next(request);
  };
  const spawn = jest.spyOn(childProcess, 'spawn');
  process.env.OS_TOKEN = 'token-in-the-environment';
  process.env.PACT_DESCRIPTION = 'nothing is called so';
  const { code, lines } = await verify({ handle }, { pact: pact(interactions) });
  delete process.env.OS_TOKEN;
  delete process.env.PACT_DESCRIPTION;
  const [given] = spawn.mock.calls;
  spawn.mockRestore();
  expect(code).toBe(1);
  const results = lines.filter((line) => line.includes('tags a')).map((line) => line.slice(0, 6));
  expect(results).toEqual(['passed', 'failed', 'passed']);
  expect(lines.join('\n')).toMatch(/failed +tags a stopped server\n.*409.*200/);
  expect(lines).toContain('failed       stores it\\r\\n::error::all\\u{1B}[2J');
  expect(seen.join('\n')).not.toContain('billing');
  expect(bodies).toContain(body);
  // Pact gets no token and no filter of the user, and sends no telemetry.
  expect(given).toMatchObject([expect.any(String), expect.any(Array), { env: { PACT_DO_NOT_TRACK: 'true' } }]);
  expect(JSON.stringify(given)).not.toMatch(/token-(in|of)-the|nothing is called so/);
});

const rescued = {
  ...replacing,
  description: 'STATE-06 v2.1 tags a rescued server',
  providerStates: [{ name: 'server exists', params: { vm_state: 'rescued' } }],
  response: { status: 409 },
};

test.each<[string, readonly string[], number, string]>([
  ['nothing', [], 3, 'not verified STATE-06 v2.1 tags a rescued server'],
  ['the capability', ['vm-states'], 0, 'waived       STATE-06 v2.1 tags a rescued server'],
  ['the clause', ['state-06'], 0, 'waived       STATE-06 v2.1 tags a rescued server'],
  ['another clause', ['KEY'], 3, 'not verified STATE-06 v2.1 tags a rescued server'],
])('an interaction that cannot be verified: waived is %s', async (_, waive, exitCode, shown) => {
  const { code, lines } = await verify({}, { pact: pact([rescued]) }, { waive, vmStateActions: false });
  expect(lines).toContain(shown);
  expect(code).toBe(exitCode);
});

test('the results are written as JSON and as JUnit XML', async () => {
  const { providerStates: _, ...plain } = replacing;
  const interactions = [plain, { ...plain, description: `fails${forged}`, response: { status: 409 } }, rescued];
  const given = { reporter: ['junit', 'json', 'html'], vmStateActions: false, waive: ['vm-states'] };
  const { code, lines, stderr, read } = await verify({}, { pact: pact(interactions) }, given);
  expect(code).toBe(1);
  expect(lines.join('')).toBe('');
  expect(stderr).toContain('--reporter html has no effect here: contract verify has console, json, junit\n');
  const { interactions: written, ...head } = JSON.parse(read('contract-result.json'));
  expect(head).toMatchObject({ format: 'ecs-metadata-conformance/contract-result/1', exitCode: 1 });
  const outcomes = written.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes).toEqual(['passed', 'failed', 'waived']);
  const xml = read('contract-junit.xml');
  expect(xml).toMatch(/<testsuite name="contract"[^>]* tests="3" failures="1"/);
  expect(xml).toMatch(/name="fails\\r\\n::error::all[^>]*>\s*<failure message="[^"]*409[^"]*200/);
  expect(xml).toMatch(/<skipped message="waived: /);
});

test('without a reporter no file is written; an unknown one is refused', async () => {
  const out = mkdtempSync(join(folder, 'out-'));
  await verify({}, { pact: pact([replacing]) }, { out });
  expect(existsSync(join(out, 'contract-result.json'))).toBe(false);
  await expect(verify({}, {}, { reporter: ['xml'] })).rejects.toThrow(
    '--reporter xml is unknown: give some of console, json, junit',
  );
});

test.each([
  [
    'an unknown provider state',
    { providerStates: [{ name: 'the moon is full' }] },
    /"the moon is full".*"server exists"/,
  ],
  ['another request than for metadata', { request: { method: 'DELETE', path: '/v2.1/p/servers/s' } }, /DELETE/],
])('a pact with %s cannot be verified, and nothing is deleted', async (_, part, words) => {
  const deleted: string[] = [];
  const handle: Behaviour['handle'] = (request, next) => {
    if (request.method === 'DELETE') deleted.push(request.url);
    return next(request);
  };
  await expect(verify({ handle }, { pact: pact([{ ...replacing, ...part }]) })).rejects.toThrow(words);
  expect(deleted).toEqual([]);
});

test.each([
  ['holds nothing', { pact: pact([]) }, 'has no interactions'],
  ['is not there', { pact: join(folder, 'none.json') }, 'cannot be read (ENOENT)'],
  ['is named twice', { pact: 'x', fromBroker: 'http://127.0.0.1:9' }, 'give one of them'],
  [
    'has results and no broker',
    { providerVersion: '1' },
    'have no effect without --from-broker: add that, or leave them out',
  ],
])('a contract that %s cannot be used', async (_, options, complaint) => {
  await expect(verify({}, options)).rejects.toThrow(complaint);
});
