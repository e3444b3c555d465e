import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AuthenticationError, TargetUnavailableError } from '../errors';
import { realNetwork } from '../http/transport';
import { Keystone } from './keystone';
import { KeystoneTokenProvider } from './keystone-token-provider';

const password = 'correct-horse-7-staple';
let server: Server;
let answers: ((token: string) => { status: number; body: unknown; token?: string })[] = [];
let count = 0;

const issues = (token: string) => ({
  status: 201,
  token,
  body: { token: { issued_at: '2030-01-01T00:00:00Z', expires_at: '2030-01-01T01:00:00Z', project: { id: 'p' } } },
});
const says =
  (status: number, message = '') =>
  () => ({ status, body: message && { error: { message } } });

beforeAll(async () => {
  server = createServer((_, outgoing) => {
    count += 1;
    const { status, body, token } = (answers.shift() ?? issues)(`token-number-${count}`);
    outgoing.writeHead(status, token === undefined ? {} : { 'x-subject-token': token }).end(JSON.stringify(body));
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
});
afterAll(() => server.close());
beforeEach(() => {
  answers = [];
  count = 0;
});

function keystone(port = (server.address() as AddressInfo).port): Keystone {
  const url = `http://127.0.0.1:${port}/v3/`;
  const credentials = { method: 'password', user: { id: 'u' }, password } as const;
  return new Keystone({ url, credentials, project: undefined, connection: {}, network: realNetwork, timeout: 1_000 });
}

async function identity(): Promise<KeystoneTokenProvider> {
  const own = keystone();
  return new KeystoneTokenProvider(own, await own.authenticate());
}

test('the lifetime of a token is measured by the clock of Keystone', async () => {
  expect(await keystone().authenticate()).toEqual({
    token: 'token-number-1',
    lifetime: 3_600_000,
    projectId: 'p',
    endpoints: [],
  });
});

test('concurrent renewals share one token, and a late one gets no other', async () => {
  const own = await identity();
  const { token } = own;
  await Promise.all([own.renew(token), own.renew(token), own.renew(token)]);
  await own.renew(token);
  expect(own.tokens).toEqual(['token-number-1', 'token-number-2']);
});

test('a token that does not expire soon is not renewed', async () => {
  const own = await identity();
  await own.renewIfExpiring();
  expect(own.tokens).toHaveLength(1);
});

test('a request to Keystone is retried after a temporary failure', async () => {
  answers = [says(503), says(429)];
  expect((await keystone().authenticate()).token).toBe('token-number-3');
});

test('credentials that Keystone rejects during a run make the target unavailable', async () => {
  const own = await identity();
  answers = [says(401, 'no')];
  const renewal = own.renew(own.token);
  await expect(renewal).rejects.toThrow(TargetUnavailableError);
  await expect(renewal).rejects.toThrow(/the token has expired, and there is no new one: .*credentials \(status 401\)/);
});

test.each<[string, (typeof answers)[number], typeof AuthenticationError | typeof TargetUnavailableError, RegExp]>([
  [
    'refuses the password',
    says(401, `not ${password}`),
    AuthenticationError,
    /\/v3 does not accept the credentials \(status 401\)$/,
  ],
  [
    'knows no such project',
    says(404, `no,\n ${password}`),
    AuthenticationError,
    /issues no token \(status 404: no, \$SECRET\)$/,
  ],
  [
    'is something else',
    () => ({ status: 200, body: 'hello' }),
    AuthenticationError,
    /\/v3 is not Keystone \(status 200\)$/,
  ],
  ['has a defect', says(500), TargetUnavailableError, /issues no token \(status 500\): try again once Keystone works$/],
])('a Keystone that %s is reported in one sentence', async (_, answer, kind, words) => {
  answers = [answer];
  const signIn = keystone().authenticate();
  await expect(signIn).rejects.toThrow(kind);
  await expect(signIn).rejects.toThrow(words);
  await expect(signIn).rejects.not.toThrow(password);
});

test('a Keystone that does not respond is reported like a target that does not', async () => {
  await expect(keystone(9).authenticate()).rejects.toThrow(/^http:\/\/127.0.0.1:9\/v3: the connection was refused/);
});
