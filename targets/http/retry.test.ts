import { toBody } from '../../contracts/http/exchange';
import { metadataPath } from '../../contracts/http/route';
import { TargetUnavailableError } from '../errors';
import { parseRetryAfter } from './classify-response';
import { realClock } from './clock';
import { Credentials } from './credentials';
import type { HttpRequest, HttpResponse } from './message';
import { RateLimiter } from './rate-limit';
import type { ResponseVerifier } from './response-verifier';
import { retry } from './retry';
import type { Attempt } from './send-once';
import { createSendingState } from './sending-state';
import type { Target } from './target';
import { realNetwork } from './transport';

const target: Target = {
  network: realNetwork,
  url: 'http://127.0.0.1:9',
  uriForm: { hasProject: true },
  projectId: 'p',
  token: 'token',
  serverIds: ['s'],
  vmStates: { fixed: {}, actions: true, timeout: 1_000 },
  timeout: 1_000,
};

/** Adds up the waits, and does not wait. */
class CountingLimiter extends RateLimiter {
  waited = 0;

  override async wait(duration: number): Promise<void> {
    this.waited += duration;
  }

  override pauseFor(duration: number): void {
    this.waited += duration;
  }
}

type Respond = (request: HttpRequest) => HttpResponse | TargetUnavailableError;

/** A client with retries, whose target responds by this function. */
function clientOf(
  respond: Respond,
  verifier?: ResponseVerifier,
): {
  send: (method: 'GET' | 'PUT', server?: string) => Promise<HttpResponse>;
  rateLimiter: CountingLimiter;
  sent: string[];
} {
  const rateLimiter = new CountingLimiter(realClock, undefined);
  const state = { ...createSendingState(realClock, undefined), rateLimiter };
  state.health.hasResponded = true;
  const credentials = new Credentials(target);
  const sent: string[] = [];
  const send = (method: 'GET' | 'PUT', server = 's') => {
    const request: HttpRequest = { method, path: metadataPath('v2.1', 'p', server), as: 'own' };
    const sendOnce = async (): Promise<Attempt> => {
      sent.push(method);
      const result = respond(request);
      const error = result instanceof TargetUnavailableError ? result : undefined;
      const response = result instanceof TargetUnavailableError ? undefined : result;
      const { status = 0, headers = {}, body = Buffer.alloc(0) } = response ?? {};
      const recorded = { method, path: request.path, headers: {}, body: { text: '' } };
      const exchange = { at: 0, took: 0, request: recorded, response: { status, headers, body: toBody(body) } };
      return { response, exchange, credential: 'token', ...(error === undefined ? {} : { error }) };
    };
    const send = retry(sendOnce, { state, credentials, verifier, record: () => undefined });
    return send(request, { checkId: 'check', phase: 'check', attempt: 1 });
  };
  return { send, rateLimiter, sent };
}

const response = (status: number, text = '{}', headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(text),
});

const requests = 200;

async function sendMany(send: () => Promise<HttpResponse>): Promise<void> {
  for (let count = 0; count < requests; count += 1) await send().catch(() => undefined);
}

test.each<[string, Respond]>([
  ['429', () => response(429)],
  ['429, and asks to wait for a minute', () => response(429, '{}', { 'retry-after': '60' })],
  ['502', () => response(502)],
  ['503', () => response(503)],
  ['504', () => response(504)],
  ['408', () => response(408)],
  ['a truncated body', () => response(200, '{"metad')],
  ['a connection that breaks', () => new TargetUnavailableError('broken', {}, 'broken')],
])(
  'a target that responds to every request of a kind with %s costs a bounded number of retries',
  async (_, respond) => {
    const { send, rateLimiter, sent } = clientOf((request) =>
      request.method === 'PUT' ? respond(request) : response(200, '{"metadata": {}}'),
    );
    await sendMany(async () => {
      await send('GET');
      return send('PUT');
    });
    const repeats = sent.filter((method) => method === 'PUT').length - requests;
    expect(repeats).toBeGreaterThan(0);
    expect(repeats).toBeLessThanOrEqual(12);
    expect(rateLimiter.waited).toBeLessThanOrEqual(360_000);
  },
);

test('a target that fails for every server costs a bounded number of retries in total', async () => {
  const { send, sent } = clientOf(() => response(503));
  for (let server = 0; server < requests; server += 1) await send('PUT', `s${server}`).catch(() => undefined);
  expect(sent.length - requests).toBeLessThanOrEqual(35);
});

test('a kind of request is retried again after a success', async () => {
  let status = 503;
  const { send, sent } = clientOf(() => response(status, '{"metadata": {}}'));
  for (let count = 0; count < 4; count += 1) await send('PUT').catch(() => undefined);
  status = 200;
  await send('PUT');
  status = 503;
  const before = sent.length;
  await send('PUT').catch(() => undefined);
  expect(sent.length - before).toBeGreaterThan(1);
});

test('with no retry left, a corrupt response counts once the target was seen to send such ones', async () => {
  let confirmations = 0;
  const isConfirmed = () => confirmations >= 2;
  const verifier: ResponseVerifier = {
    wasConfirmed: isConfirmed,
    isConfirmed,
    returnsHtmlRegularly: false,
    verify: async ({ path }) => {
      if (path.includes('corrupt')) confirmations += 1;
      return undefined;
    },
    contradictsKnownState: () => false,
    isTokenValid: async () => true,
  };
  const { send } = clientOf(
    ({ path }) => (path.includes('corrupt') ? response(200, '{"metad') : response(503)),
    verifier,
  );
  for (let server = 0; server < requests; server += 1) await send('PUT', `s${server}`).catch(() => undefined);
  await expect(send('PUT', 'corrupt')).rejects.toThrow('status 200 with a body that is not JSON');
  await expect(send('PUT', 'corrupt')).resolves.toMatchObject({ status: 200 });
});

test('the total wait for one response is at most two minutes', async () => {
  const { send, rateLimiter } = clientOf(() => response(503, '{}', { 'retry-after': '50' }));
  await expect(send('GET')).rejects.toThrow('status 503');
  expect(rateLimiter.waited).toBe(100_000);
});

test('JSON is not retried, whatever its content type is', async () => {
  const { send, rateLimiter } = clientOf(() => response(200, '{"metadata": {}}', { 'content-type': 'text/html' }));
  expect((await send('GET')).status).toBe(200);
  expect(rateLimiter.waited).toBe(0);
});

test('a request with a response that is too large is not retried', async () => {
  const { send, rateLimiter, sent } = clientOf(
    () => new TargetUnavailableError('its response is larger than 8 MB', {}, 'large'),
  );
  await expect(send('GET')).rejects.toThrow('larger than 8 MB');
  expect([sent.length, rateLimiter.waited]).toEqual([1, 0]);
});

test('a request with a page of megabytes is retried once', async () => {
  const { send, sent } = clientOf(() => response(200, '<p>'.repeat(1_000_000)));
  await send('GET');
  expect(sent.length).toBe(2);
});

const now = new Date('2026-01-01T00:00:00Z');

test.each([
  ['seconds', '7', 7_000],
  ['a date', 'Thu, 01 Jan 2026 00:00:05 GMT', 5_000],
  ['a date that has passed', 'Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['something else', 'soon', undefined],
  ['nothing', undefined, undefined],
])('a Retry-After header with %s', (_, header, expected) => {
  expect(parseRetryAfter(header, now)).toBe(expected);
});
