import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '../../reports/result/result';
import { readOutputFile, startCommand } from './support/command';
import { type Fault, type FaultProxy, faultProxy, type PassingRequest, respond } from './support/fault-proxy';
import { readServers, runArguments, type ServedEndpoint, startServe } from './support/served-endpoint';

/** Beyond the survey, so that the run has begun. */
const begun = 40;
const page = '<html><body><h1>Please wait</h1></body></html>';
const html = { 'content-type': 'text/html' };

/** Now and then, so many in a row. */
const sometimes =
  (inARow: number, met: (passing: PassingRequest) => Promise<void>): Fault =>
  (passing) =>
    passing.number > begun && passing.number % 999 < inARow ? met(passing) : undefined;

const fromNowOn =
  (met: (passing: PassingRequest) => Promise<void>): Fault =>
  (passing) =>
    passing.number > begun ? met(passing) : undefined;

const reset = async ({ outgoing }: PassingRequest) => void outgoing.socket?.resetAndDestroy();
const says =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  async ({ incoming, outgoing }: PassingRequest) => {
    for await (const _ of incoming);
    respond(outgoing, status, body, headers);
  };

async function halved({ ask, outgoing }: PassingRequest): Promise<void> {
  const { status, type, body } = await ask();
  respond(outgoing, status, body.subarray(0, body.length / 2), { 'content-type': type });
}

async function cutOff({ ask, outgoing }: PassingRequest): Promise<void> {
  const { status, type, body } = await ask();
  outgoing.writeHead(status, { 'content-type': type, 'content-length': body.length + 1 });
  outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
}

async function lost(passing: PassingRequest): Promise<void> {
  await passing.ask();
  await reset(passing);
}

async function tooLate({ ask, outgoing }: PassingRequest): Promise<void> {
  const { status, type, body } = await ask();
  await sleep(1_500);
  respond(outgoing, status, body, { 'content-type': type });
}

interface Ended {
  readonly code: number | null;
  readonly result: Result;
  readonly output: string;
  readonly folder: string;
}

interface Faulty {
  readonly served: ServedEndpoint;
  readonly proxy: FaultProxy;
}

/** An endpoint of its own behind a way with this fault: runs are mostly waiting, and several go on at a time. */
async function behind(fault: Fault): Promise<Faulty> {
  const served = await startServe();
  return { served, proxy: await faultProxy(served.url, fault) };
}

async function examined({ served, proxy }: Faulty, servers: number, more: readonly string[] = []): Promise<Ended> {
  const plan = ['--effort', 'quick', '--seed', '7', '--waive', 'second-server,second-project,vm-states'];
  const { folder, ended } = startCommand([...runArguments(served, servers, proxy.url), ...plan, ...more]);
  const { code, stdout, stderr } = await ended;
  const result = JSON.parse(readFileSync(join(folder, 'conformance-report', 'result.json'), 'utf8')) as Result;
  return { code, result, output: stdout + stderr, folder };
}

const failed = ({ clauses }: Result) =>
  clauses.flatMap(({ clause, verdict }) => (verdict === 'failed' ? [clause] : []));

test.concurrent.each<[string, Fault]>([
  ['resets the connection before it is passed on', sometimes(1, reset)],
  ['resets the connection and loses the answer', sometimes(1, lost)],
  ['cuts the connection in the middle of the answer', sometimes(1, cutOff)],
  ['halves the JSON', sometimes(1, halved)],
  ['answers a web page with 200', sometimes(2, says(200, page, html))],
  ['answers a web page with 403', sometimes(2, says(403, page, html))],
  ['asks to come again in a second', sometimes(1, says(429, '{}', { 'retry-after': '1' }))],
  ['has no backend for a while', sometimes(3, says(502, page, html))],
  ['is in maintenance for a while', sometimes(3, says(503, '{}'))],
  ['has a backend that is slow for a while', sometimes(2, says(504, '{}'))],
])('a way that %s changes no verdict', async (_, fault) => {
  const faulty = await behind(fault);
  const { code, result, output } = await examined(faulty, 1);
  expect(faulty.proxy.faults).toBeGreaterThan(2);
  expect(failed(result)).toEqual([]);
  expect(result.troubles).toEqual([]);
  expect(code).toBe(0);
  expect(output).toMatch(
    /^\d+ responses? discarded, because they come from the network or a proxy, not from the API: /m,
  );
});

test.concurrent('answers that come too late leave a run incomplete, and nothing is blamed for them', async () => {
  const faulty = await behind((passing) => {
    return passing.number > begun && passing.number % 499 === 0 ? tooLate(passing) : undefined;
  });
  const { code, result } = await examined(faulty, 1, ['--timeout', '1']);
  expect(faulty.proxy.faults).toBeGreaterThan(2);
  expect(failed(result)).toEqual([]);
  expect([0, 3]).toContain(code);
});

test.concurrent.each<[string, Fault, RegExp]>([
  ['resets every connection', fromNowOn(reset), /connection was reset/],
  ['answers nothing but a web page', fromNowOn(says(200, page, html)), /the way to the target is disturbed/],
  ['is in maintenance', fromNowOn(says(503, '{}')), /status 503, which tells of load or of a gateway/],
  ['asks for an hour', fromNowOn(says(429, '{}', { 'retry-after': '3600' })), /status 429, which tells of load/],
  ['knows the token no longer', fromNowOn(says(401, '{}')), /the token is no longer accepted/],
  ['knows the server no longer', fromNowOn(says(404, '{"itemNotFound": {}}')), /is gone .*: somebody has deleted it/],
])('a way that at some time %s leaves the run incomplete', async (_, fault, words) => {
  const { code, result, output } = await examined(await behind(fault), 1);
  expect(failed(result)).toEqual([]);
  expect(result.troubles.join('\n')).toMatch(words);
  expect(output).toMatch(/^NOT PUT BACK: to restore the servers of this run, run: /m);
  expect(code).toBe(3);
});

test.concurrent('a target that is gone for a moment is waited for', async () => {
  let isDown = false;
  const faulty = await behind((passing) => {
    if (isDown || passing.number < 400) return undefined;
    isDown = true;
    const { proxy } = faulty;
    const { port } = proxy.server.address() as { port: number };
    proxy.server.close();
    proxy.server.closeAllConnections();
    return sleep(1_000).then(() => void proxy.server.listen(port, '127.0.0.1'));
  });
  const { code, result } = await examined(faulty, 1);
  expect(failed(result)).toEqual([]);
  expect(code).toBe(0);
});

test.concurrent('what a target does every time is blamed on it, web page or not', async () => {
  const withPage = async ({ ask, outgoing }: PassingRequest) => {
    const { status, type, body } = await ask();
    if (status === 200) respond(outgoing, status, page, html);
    else respond(outgoing, status, body, { 'content-type': type });
  };
  const faulty = await behind((passing) => {
    return passing.method === 'PUT' && passing.number > begun ? withPage(passing) : undefined;
  });
  const { code, result } = await examined(faulty, 1);
  expect(failed(result)).toEqual(['ANSWER-02', 'ANSWER-04']);
  expect(code).toBe(1);
});

test.concurrent('no more requests a second are sent than are allowed', async () => {
  const at: number[] = [];
  const { served, proxy } = await behind(() => void at.push(performance.now()));
  const { folder, child, ended, waitForOutput } = startCommand([
    ...runArguments(served, 1, proxy.url),
    '--max-rate',
    '50',
  ]);
  await waitForOutput(', at the');
  while (at.length < 60) await sleep(50);
  child.kill('SIGINT');
  await ended;
  const [first = 0, last = 0] = [at[10], at[59]];
  // 49 pauses of 20 ms; a timer may be early by one.
  expect(last - first).toBeGreaterThanOrEqual(49 * 19);
  expect(readdirSync(folder)).toEqual(['conformance-report']);
});

test.concurrent('after all of it the servers are as they were, and no file holds a token', async () => {
  const served = await startServe();
  const proxy = await faultProxy(served.url, sometimes(1, says(429, served.token, { 'retry-after': '0' })));
  const [before] = await readServers(served, served.serverIds.slice(1, 2));
  const { folder, output } = await examined({ served, proxy }, 2);
  expect(await readServers(served, served.serverIds.slice(1, 2))).toEqual([before]);
  const files = readdirSync(join(folder, 'conformance-report'));
  const texts = files.map((name) => readOutputFile(join(folder, 'conformance-report', name)));
  expect([output, ...texts].filter((text) => text.includes(served.token))).toEqual([]);
});
