import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compliant } from '../../targets/embedded/compliant';
import { jsonResponse, type OutgoingResponse } from '../../targets/embedded/http';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import {
  ConfigurationError,
  type ConformanceOptions,
  curlCommands,
  runConformance,
  TargetUnavailableError,
} from './index';
import { optionNames } from './options';

/** The calls that a test looks at, and the reaction to each. */
const requests: string[] = [];
let onRequest: (method: string) => OutgoingResponse | undefined = () => undefined;
let wrong: RunningEndpoint;
let options: ConformanceOptions;
let printed: jest.SpyInstance[];

const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'library-'));

jest.setTimeout(120_000);
beforeAll(async () => {
  wrong = await startEndpoint({
    behaviour: {
      // It takes an empty key.
      checkKey: (key, context) => {
        if (key !== '') compliant.checkKey(key, context);
      },
      handle: (request, next) => {
        requests.push(`${request.method} ${request.url}`);
        return onRequest(request.method) ?? next(request);
      },
    },
  });
  const { url, projectId, serverIds, token } = wrong;
  options = { target: url, projectId, serverId: serverIds.slice(0, 1), token, effort: 'quick', clause: ['KEY-03'] };
  process.chdir(folder);
});
beforeEach(() => {
  requests.length = 0;
  onRequest = () => undefined;
  printed = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write'));
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  process.chdir(home);
  await wrong.close();
});

/** The map of the examined server. */
async function storedMap(): Promise<unknown> {
  const { url, projectId, serverIds, token } = wrong;
  const path = `${url}/v2.1/${projectId}/servers/${serverIds[0]}/metadata`;
  return (await fetch(path, { headers: { 'x-auth-token': token } })).json();
}

test('a run gives a typed result with reproductions; it prints nothing and writes nothing', async () => {
  const [events, checks]: [string[], string[]] = [[], []];
  const result = await runConformance({
    ...options,
    onEvidence: ({ kind }) => events.push(kind),
    onCheck: ({ id }) => checks.push(id),
  });
  expect(result).toMatchObject({ verdict: 'not conformant', exitCode: 1, run: { target: wrong.url, notPutBack: [] } });
  expect(result.clauses).toMatchObject([{ clause: 'KEY-03', verdict: 'failed' }]);
  const [failure] = result.clauses.flatMap(({ failures }) => failures);
  expect(failure && curlCommands(result, failure)).toMatch(/^TARGET='http:[\s\S]*curl -sS -i -X PUT/m);
  expect(new Set(events)).toEqual(new Set(['run', 'exchange', 'preflight', 'check', 'trial', 'reproduction']));
  expect(checks).toEqual(expect.arrayContaining(['KEY-03/empty-key']));
  for (const write of printed) expect(write).not.toHaveBeenCalled();
  expect(readdirSync('.')).toEqual([]);
});

test('without options the embedded endpoint is examined; two runs may go on at the same time', async () => {
  const [one, other] = await Promise.all([
    runConformance({ effort: 'quick', clause: ['KEY-03'] }),
    runConformance(options),
  ]);
  expect([one.verdict, other.verdict]).toEqual(['no failure found', 'not conformant']);
});

test('out holds the reports, and the journal is gone after the run', async () => {
  await runConformance({ ...options, out: 'reports', reporter: ['junit'] });
  expect(readdirSync('reports').sort()).toEqual(['evidence.jsonl.gz', 'junit.xml', 'result.json']);
  const again = await runConformance({ ...options, clause: undefined, out: 'reports', lastFailed: true });
  expect(again.run.selected).toEqual(['KEY-03']);
  for (const write of printed) expect(write).not.toHaveBeenCalled();
});

test('variables are read when environment is true alone', async () => {
  const { target, token, ...rest } = options;
  process.env.ECS_METADATA_CLAUSE = 'KEY-99';
  process.env.HTTP_PROXY = 'http://127.0.0.1:9';
  process.env.NO_PROXY = '';
  try {
    expect(await runConformance(options)).toMatchObject({ verdict: 'not conformant' });
    process.env.ECS_METADATA_CLAUSE = 'KEY-03';
    process.env.ECS_METADATA_TARGET = target;
    process.env.OS_TOKEN = token;
    const all = { ...rest, clause: undefined, environment: true };
    await expect(runConformance(all)).rejects.toThrow(TargetUnavailableError);
    process.env.NO_PROXY = '127.0.0.1';
    expect(await runConformance(all)).toMatchObject({ run: { target, selected: ['KEY-03'] } });
  } finally {
    for (const name of ['ECS_METADATA_CLAUSE', 'ECS_METADATA_TARGET', 'OS_TOKEN', 'HTTP_PROXY', 'NO_PROXY']) {
      delete process.env[name];
    }
  }
});

test('a signal stops the checks, restores the server, and leaves the run incomplete', async () => {
  const before = await storedMap();
  const controller = new AbortController();
  let changes = 0;
  onRequest = (method) => {
    if (method === 'PUT') changes += 1;
    if (changes === 12) controller.abort();
    return undefined;
  };
  const result = await runConformance({ ...options, clause: ['KEY'], signal: controller.signal });
  expect(result).toMatchObject({ verdict: 'incomplete', exitCode: 3, run: { notPutBack: [] } });
  expect(changes).toBeLessThan(40);
  expect(await storedMap()).toEqual(before);
});

test('a created server that cannot be deleted leaves the run incomplete, and the result names it', async () => {
  const { serverId, ...rest } = options;
  const created = {
    createServers: 1,
    vmStateTimeout: 2,
    image: 'any',
    flavor: '1',
    vmState: [`deleted=${wrong.fixedServers.deleted}`],
  };
  onRequest = (method) =>
    method === 'DELETE' ? jsonResponse(403, { forbidden: { code: 403, message: 'no' } }) : undefined;
  const result = await runConformance({ ...rest, ...created, clause: ['KEY-04/one-more'] });
  expect(result).toMatchObject({ verdict: 'incomplete', exitCode: 3 });
  expect(result.run.notPutBack).toEqual([expect.stringMatching(/ecs-metadata-conformance-\w+-1/)]);
});

test('a signal that has aborted before the checks is thrown', async () => {
  const reason = new Error('enough');
  await expect(runConformance({ ...options, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(requests).toEqual([]);
});

test('an error of a listener ends the run; it is thrown when the server is restored', async () => {
  const before = await storedMap();
  const error = new Error('of the program');
  const onCheck = ({ id }: { id: string }) => {
    if (id.startsWith('KEY')) throw error;
  };
  await expect(runConformance({ ...options, clause: ['KEY'], onCheck })).rejects.toBe(error);
  expect(await storedMap()).toEqual(before);
});

test.each<[string, object, RegExp]>([
  ['an unknown option', { tokn: 't' }, /^the options of runConformance are wrong: .*"tokn": did you mean "token"\?$/],
  ['a flag of the command alone', { list: true }, /has an unknown member "list"/],
  ['a text in place of a list', { clause: 'KEY' }, /: clause must be a list$/],
  ['an unknown clause', { clause: ['KEY-99'] }, /^clause KEY-99 is unknown: did you mean KEY-09\?$/],
  ['servers without a target', { target: undefined }, /^projectId is given without a target: give target or osCloud/],
  ['a remote target without yes', { target: 'http://192.0.2.1' }, /^a run against .*: confirm it with yes/],
  ['reporters without out', { reporter: ['html'] }, /^reporter has no effect without out: add that, or leave it out$/],
  ['a server that is not there', { serverId: ['none'] }, /none/],
])('%s is a ConfigurationError that names the option', async (_, more, words) => {
  const run = runConformance({ ...options, ...more });
  await expect(run).rejects.toThrow(ConfigurationError);
  await expect(run).rejects.toThrow(words);
});

test('a target that does not respond is a TargetUnavailableError', async () => {
  await expect(runConformance({ ...options, target: 'http://127.0.0.1:9' })).rejects.toThrow(TargetUnavailableError);
});

test('every setting of run is an option, or of the command alone', () => {
  expect(optionNames).toMatchInlineSnapshot(`
[
  "target",
  "osCloud",
  "region",
  "interface",
  "projectId",
  "serverId",
  "createServers",
  "image",
  "flavor",
  "network",
  "yes",
  "token",
  "quota",
  "profile",
  "effort",
  "maxRequests",
  "maxTime",
  "seed",
  "strict",
  "clause",
  "lastFailed",
  "bail",
  "waive",
  "out",
  "reporter",
  "targetName",
  "targetVersion",
  "baseline",
  "vmState",
  "vmStateHook",
  "vmStateActions",
  "resizeFlavor",
  "vmStateTimeout",
  "otherCloud",
  "otherProjectId",
  "otherToken",
  "otherServerId",
  "cacert",
  "clientCert",
  "clientKey",
  "insecure",
  "maxRate",
  "timeout",
]
`);
});
