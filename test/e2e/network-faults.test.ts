import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '../../reports/result/result';
import { describeEndpoint } from '../../targets/embedded/endpoint';
import { startEndpoint } from '../../targets/embedded/start-endpoint';
import { readOutputFile, startCommand } from './support/command';
import { type Fault, type FaultProxy, faultProxy, type PassingRequest, respond } from './support/fault-proxy';
import { type NamedEndpoint, readServers, runArguments } from './support/served-endpoint';

// The simulator tests each fault at many moments. Here each mechanism is real once: sockets, timers, a closed listener.

/** More requests than the preflight sends. */
const preflight = 40;
const page = '<html><body><h1>Please wait</h1></body></html>';
const html = { 'content-type': 'text/html' };

type Reaction = (passing: PassingRequest) => Promise<void>;

const reset: Reaction = async ({ outgoing }) => void outgoing.socket?.resetAndDestroy();

const respondWith =
  (status: number, body: string, headers: Record<string, string> = {}): Reaction =>
  async ({ incoming, outgoing }) => {
    for await (const _ of incoming);
    respond(outgoing, status, body, headers);
  };

const halveBody: Reaction = async ({ ask, outgoing }) => {
  const { status, type, body } = await ask();
  respond(outgoing, status, body.subarray(0, body.length / 2), { 'content-type': type });
};

const cutResponse: Reaction = async ({ ask, outgoing }) => {
  const { status, type, body } = await ask();
  outgoing.writeHead(status, { 'content-type': type, 'content-length': body.length + 1 });
  outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
};

const loseResponse: Reaction = async (passing) => {
  await passing.ask();
  await reset(passing);
};

const respondLate: Reaction = async ({ ask, outgoing }) => {
  const { status, type, body } = await ask();
  await sleep(1_500);
  respond(outgoing, status, body, { 'content-type': type });
};

const fromNowOn =
  (reaction: Reaction): Fault =>
  (passing) =>
    passing.number > preflight ? reaction(passing) : undefined;

interface FaultyTarget {
  readonly endpoint: NamedEndpoint;
  readonly proxy: FaultProxy;
}

const endpoints: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(endpoints.map((endpoint) => endpoint.close())));

async function targetBehind(fault: Fault): Promise<FaultyTarget> {
  const endpoint = await startEndpoint();
  endpoints.push(endpoint);
  return { endpoint, proxy: await faultProxy(endpoint.url, fault) };
}

interface Ended {
  readonly code: number | null;
  readonly result: Result;
  readonly output: string;
  readonly folder: string;
}

async function run({ endpoint, proxy }: FaultyTarget, clauses: string, more: readonly string[] = []): Promise<Ended> {
  const plan = ['--effort', 'quick', '--seed', '7', '--clause', clauses, '--waive', 'second-server,second-project'];
  const { folder, ended } = startCommand([...runArguments(endpoint, 1, proxy.url), ...plan, ...more]);
  const { code, stdout, stderr } = await ended;
  const result = JSON.parse(readFileSync(join(folder, 'conformance-report', 'result.json'), 'utf8')) as Result;
  return { code, result, output: stdout + stderr, folder };
}

const failed = ({ clauses }: Result) =>
  clauses.flatMap(({ clause, verdict }) => (verdict === 'failed' ? [clause] : []));

test.concurrent('faults of a network and of gateways change no verdict, and no file holds a token', async () => {
  const faults = [
    ...[reset, loseResponse, cutResponse, halveBody],
    respondWith(200, page, html),
    respondWith(403, page, html),
    // A gateway that gives the token back.
    respondWith(429, describeEndpoint('').token, { 'retry-after': '1' }),
    respondWith(502, page, html),
    respondWith(503, '{}'),
    respondWith(504, '{}'),
  ];
  const target = await targetBehind((passing) => {
    if (passing.number <= preflight || passing.number % 23 !== 0) return undefined;
    return faults[(passing.number / 23) % faults.length]?.(passing);
  });
  const { serverIds, token: secret } = target.endpoint;
  const before = await readServers(target.endpoint, serverIds.slice(0, 1));
  const { code, result, output, folder } = await run(target, 'REPLACE-01,REPLACE-02,KEY-01,VALUE-01');
  expect(target.proxy.faults).toBeGreaterThan(faults.length);
  expect([failed(result), result.troubles]).toEqual([[], []]);
  expect(output).toMatch(
    /^\d+ responses discarded, because they come from the network or a proxy, not from the API: /m,
  );
  expect(code).toBe(0);
  expect(await readServers(target.endpoint, serverIds.slice(0, 1))).toEqual(before);
  const files = readdirSync(join(folder, 'conformance-report'));
  const texts = files.map((name) => readOutputFile(join(folder, 'conformance-report', name)));
  expect([output, ...texts].filter((text) => text.includes(secret))).toEqual([]);
});

test.concurrent('late responses leave a run incomplete at most', async () => {
  const target = await targetBehind((passing) => {
    return passing.number > preflight && passing.number % 29 === 0 ? respondLate(passing) : undefined;
  });
  const { code, result } = await run(target, 'KEY-01,KEY-04', ['--timeout', '1']);
  expect(target.proxy.faults).toBeGreaterThan(2);
  expect(failed(result)).toEqual([]);
  expect([0, 3]).toContain(code);
});

test.concurrent.each<[string, Fault, RegExp]>([
  ['resets every connection', fromNowOn(reset), /connection was reset/],
  [
    'responds with nothing but a web page',
    fromNowOn(respondWith(200, page, html)),
    /connection to the target is distu/,
  ],
  ['accepts the token no longer', fromNowOn(respondWith(401, '{}')), /target no longer accepts the token/],
  [
    'knows the server no longer',
    fromNowOn(respondWith(404, '{"itemNotFound": {}}')),
    /no longer exists .*: somebody has delet/,
  ],
])('a target that from some request on %s leaves the run incomplete', async (_, fault, words) => {
  const { code, result, output } = await run(await targetBehind(fault), 'REPLACE-02');
  expect(failed(result)).toEqual([]);
  expect(result.troubles.join('\n')).toMatch(words);
  expect(output).toMatch(/^NOT RESTORED: to restore the servers of this run, run: /m);
  expect(code).toBe(3);
});

test.concurrent('a target that stops to listen for a second is waited for', async () => {
  let isDown = false;
  const target = await targetBehind((passing) => {
    if (isDown || passing.number < 2 * preflight) return undefined;
    isDown = true;
    const { server } = target.proxy;
    const { port } = server.address() as { port: number };
    server.close();
    server.closeAllConnections();
    return sleep(1_000).then(() => void server.listen(port, '127.0.0.1'));
  });
  const { code, result } = await run(target, 'KEY-01');
  expect(isDown).toBe(true);
  expect(failed(result)).toEqual([]);
  expect(code).toBe(0);
});

test.concurrent('a response that comes each time is judged, also if it is a web page', async () => {
  const target = await targetBehind((passing) => {
    const { method, number, ask, outgoing } = passing;
    if (method !== 'PUT' || number <= preflight) return undefined;
    return ask().then(({ status, type, body }) => {
      if (status === 200) respond(outgoing, status, page, html);
      else respond(outgoing, status, body, { 'content-type': type });
    });
  });
  const { code, result } = await run(target, 'ANSWER');
  expect(failed(result)).toEqual(['ANSWER-02', 'ANSWER-04']);
  expect(code).toBe(1);
});

test.concurrent('--max-rate limits the requests of a second', async () => {
  const at: number[] = [];
  const target = await targetBehind(() => void at.push(performance.now()));
  await run(target, 'METHOD-04,KEY-03', ['--max-rate', '50']);
  const [first = 0, last = 0] = [at[10], at[39]];
  // 29 pauses of 20 ms; a timer may be early by one.
  expect(last - first).toBeGreaterThanOrEqual(29 * 19);
});
