import { type Mock, startMock } from './start-mock';

// Over real connections: a busy machine needs more time.
jest.setTimeout(60_000);

let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ servers: [{ id: 'web', name: 'web', metadata: { tier: 'gold' } }] });
});
afterEach(() => {
  mock.setFaults({});
  mock.clearRequests();
});
afterAll(() => mock.close());

const url = (version = 'v2.1') => `${mock.url}/${version}/${mock.projectId}/servers/web/metadata`;

function put(metadata: Readonly<Record<string, string>>, version?: string): Promise<Response> {
  const headers = { 'x-auth-token': mock.token, 'content-type': 'application/json' };
  return fetch(url(version), { method: 'PUT', headers, body: JSON.stringify({ metadata }) });
}

function signIn(password: string): Promise<Response> {
  const user = { name: mock.credentials.username, domain: { id: 'default' }, password };
  const body = JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } } } });
  return fetch(`${mock.authUrl}/auth/tokens`, { method: 'POST', body });
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error) => error.cause?.code,
  );

test('shows the servers as they are now', async () => {
  expect(mock.servers).toEqual([{ id: 'web', name: 'web', vmState: 'active', metadata: { tier: 'gold' } }]);
  expect((await put({ tier: 'silver' })).status).toBe(200);
  expect(mock.servers[0]?.metadata).toEqual({ tier: 'silver' });
});

test('logs requests without secrets', async () => {
  await put({ a: '1' });
  await signIn('a-password-typed-by-a-person');
  await signIn(mock.credentials.password);
  expect(mock.requests).toMatchObject([
    {
      method: 'PUT',
      headers: { 'x-auth-token': '(redacted)' },
      body: '{"metadata":{"a":"1"}}',
      status: 200,
      faults: [],
    },
    { method: 'POST', path: '/identity/v3/auth/tokens', status: 401 },
    { method: 'POST', status: 201 },
  ]);
  const text = JSON.stringify(mock.requests);
  for (const secret of [mock.token, mock.credentials.password, 'typed-by-a-person']) expect(text).not.toContain(secret);
  mock.clearRequests();
  expect(mock.requests).toEqual([]);
});

test('a status: the request is not handled, and Keystone does not meet it', async () => {
  mock.setFaults({ status: '503:1x' });
  expect((await signIn(mock.credentials.password)).status).toBe(201);
  const before = mock.servers[0]?.metadata;
  const refused = await put({ not: 'stored' });
  expect([refused.status, await refused.json()]).toMatchObject([503, { serviceUnavailable: { code: 503 } }]);
  expect(mock.servers[0]?.metadata).toEqual(before);
  expect((await put({ is: 'stored' })).status).toBe(200);
  expect(mock.requests.map(({ faults }) => faults)).toEqual([[], ['status=503:1x'], []]);
});

test('a connection that is reset before or after the request', async () => {
  mock.setFaults({ drop: 'request' });
  expect(await codeOf(put({ dropped: 'request' }))).toBe('ECONNRESET');
  expect(mock.servers[0]?.metadata).not.toHaveProperty('dropped');
  mock.setFaults({ drop: 'response' });
  expect(await codeOf(put({ dropped: 'response' }))).toBe('ECONNRESET');
  expect(mock.servers[0]?.metadata).toEqual({ dropped: 'response' });
  expect(mock.requests.map(({ status }) => status)).toEqual([undefined, undefined]);
});

test('a truncated body', async () => {
  mock.setFaults({ truncate: 5 });
  const response = await put({ a: '1' });
  expect([response.status, response.headers.get('content-length')]).toEqual([200, '22']);
  await expect(response.text()).rejects.toThrow();
  mock.setFaults({ truncate: 100 });
  expect(await (await put({ a: '1' })).json()).toEqual({ metadata: { a: '1' } });
});

test('latency, and a slow body that arrives whole', async () => {
  mock.setFaults({ latency: '20ms', slowBody: '50ms' });
  expect(await (await put({ a: '1' })).json()).toEqual({ metadata: { a: '1' } });
  expect(mock.requests[0]).toMatchObject({ faults: ['latency=20ms', 'slow-body=50ms'], status: 200 });
});

test('a mutant', async () => {
  mock.setFaults({ mutant: 'v2-not-served' });
  expect([(await put({}, 'v2')).status, (await put({}, 'v2.1')).status]).toEqual([404, 200]);
  mock.setFaults({});
  expect((await put({}, 'v2')).status).toBe(200);
});

test('a wait does not outlive the mock', async () => {
  await using slow = await startMock({ faults: { latency: '1m' } });
  const pending = fetch(`${slow.url}/v2.1/${slow.projectId}/servers`).then(
    () => 'a response',
    () => 'none',
  );
  while (slow.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await slow.close();
  expect(await pending).toBe('none');
});

test.each([
  [{ severs: [] }, 'the options of startMock are wrong: it has an unknown member "severs": did you mean "servers"?'],
  [{ servers: [{ vmState: 'broken' }] }, 'the options of startMock are wrong: servers.0.vmState'],
  [{ faults: { latncy: 1 } }, 'faults latncy: 1: there is no such fault: did you mean latency?'],
])('%j is refused', async (options, message) => {
  await expect(startMock(options as object)).rejects.toThrow(message);
});
