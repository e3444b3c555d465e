import { MockClient } from '../testing/mock-client';

const client = new MockClient();
const { account, other } = client.mock;
const byId = { project: { id: account.projectId } };
const byName = { project: { name: account.projectName, domain: { id: 'default' } } };

test('the documents of versions need no token', async () => {
  const all = await client.send('GET /identity');
  expect([all.status, all.json.versions.values[0].id]).toEqual([300, 'v3.14']);
  const v3 = await client.send('GET /identity/v3/');
  expect([v3.status, v3.json.version.links[0].href]).toEqual([200, 'http://mock.test/identity/v3/']);
});

test.each([
  ['a project by id', byId],
  ['a project by name', byName],
])('a password and %s give a token that the compute API accepts', async (_, scope) => {
  const { status, headers, json } = await client.authenticate('password', { user: client.user }, scope);
  expect(status).toBe(201);
  expect(json.token).toMatchObject({
    methods: ['password'],
    project: { id: account.projectId },
    user: { name: 'mock' },
  });
  const [compute] = json.token.catalog;
  expect(compute.endpoints[0]).toMatchObject({
    interface: 'public',
    url: `http://mock.test/v2.1/${account.projectId}`,
  });
  const servers = await client.send(`GET ${client.path('servers')}`, { token: headers['x-subject-token'] ?? '' });
  expect(servers.status).toBe(200);
});

test('a user by id', async () => {
  const user = { id: account.userId, password: account.password };
  expect((await client.authenticate('password', { user }, byId)).status).toBe(201);
});

test('a token without a project lists the projects, and gives one for a project', async () => {
  const unscoped = await client.authenticate('password', { user: client.user });
  expect(unscoped.json.token).not.toHaveProperty('catalog');
  const token = unscoped.headers['x-subject-token'] ?? '';
  expect((await client.send(`GET ${client.path('servers')}`, { token })).status).toBe(401);
  const { json } = await client.send('GET /identity/v3/auth/projects', { token });
  expect(json.projects.map(({ id }: { id: string }) => id)).toEqual([account.projectId]);
  const scoped = await client.authenticate('token', { id: token }, byId);
  expect(scoped.json.token.methods).toEqual(['password', 'token']);
  expect(scoped.status).toBe(201);
});

test('an application credential by id, and by name and user', async () => {
  const { id, name, secret } = account.applicationCredential;
  const first = await client.authenticate('application_credential', { id, secret });
  expect(first.json.token.project.id).toBe(account.projectId);
  expect(first.json.token.application_credential).toMatchObject({ id });
  const user = { name: account.username, domain: { id: 'default' } };
  expect((await client.authenticate('application_credential', { name, secret, user })).status).toBe(201);
});

const appCredential = account.applicationCredential;
test.each<[string, string, unknown, unknown]>([
  ['a wrong password', 'password', { user: { ...(client.user as object), password: 'wrong' } }, byId],
  ['an unknown user', 'password', { user: { ...(client.user as object), name: 'nobody' } }, byId],
  ['another domain', 'password', { user: { ...(client.user as object), domain: { id: 'x' } } }, byId],
  ['no password', 'password', {}, byId],
  ['a project of others', 'password', { user: client.user }, { project: { id: other.projectId } }],
  ['a domain', 'password', { user: client.user }, { domain: { id: 'default' } }],
  ['a wrong secret', 'application_credential', { id: appCredential.id, secret: 'wrong' }, undefined],
  ['a scope', 'application_credential', appCredential, byId],
  ['an unknown token', 'token', { id: 'none' }, byId],
  ['an unknown method', 'totp', {}, byId],
])('%s is refused with 401', async (_, method, given, scope) => {
  const { status, json } = await client.authenticate(method, given, scope);
  expect([status, json.error.code, json.error.title]).toEqual([401, 401, 'Unauthorized']);
});

test('a body of another form is refused with 400', async () => {
  const send = (body: unknown) => client.send('POST /identity/v3/auth/tokens', { body });
  expect((await send({})).status).toBe(400);
  expect((await send({ auth: { identity: { methods: [] } } })).status).toBe(400);
});

test('a token is validated and revoked', async () => {
  const subject = client.token;
  const headers = { 'x-subject-token': subject };
  const valid = await client.send('GET /identity/v3/auth/tokens', { token: client.token, headers });
  expect([valid.status, valid.headers['x-subject-token']]).toEqual([200, subject]);
  expect((await client.send('GET /identity/v3/auth/tokens', { headers })).status).toBe(401);
  expect((await client.send('DELETE /identity/v3/auth/tokens', { token: subject, headers })).status).toBe(204);
  expect((await client.send(`GET ${client.path('servers')}`, { token: subject })).status).toBe(401);
  expect((await client.send('GET /identity/v3/auth/tokens', { token: client.token, headers })).status).toBe(404);
});

test('an expired token is refused', async () => {
  const { token } = client;
  await client.clock.sleep(86_399_000);
  expect((await client.send(`GET ${client.path('servers')}`, { token })).status).toBe(200);
  await client.clock.sleep(1_000);
  expect((await client.send(`GET ${client.path('servers')}`, { token })).status).toBe(401);
  expect((await client.send('GET /identity/v3/auth/projects', { token })).status).toBe(401);
});

test('catalogue, projects, and 404 for the rest', async () => {
  const { token } = client;
  const status = async (path: string) => (await client.send(`GET /identity/v3/${path}`, { token })).status;
  expect(await status('auth/catalog')).toBe(200);
  expect(await status('projects')).toBe(200);
  expect(await status(`projects/${account.projectId}`)).toBe(200);
  expect(await status(`projects/${other.projectId}`)).toBe(404);
  expect(await status('groups')).toBe(404);
});
