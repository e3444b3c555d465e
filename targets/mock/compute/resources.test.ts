import { MockClient } from '../testing/mock-client';

const webs = ['web-1', 'web-2', 'db-1'].map((name, index) => ({ id: `id-${index}`, name }));
const client = new MockClient({
  servers: [...webs, { id: 'gone', vmState: 'deleted' }, { id: 'off', vmState: 'stopped' }],
});
const { token } = client;
const get = (rest: string, headers = {}) => client.send(`GET ${client.path(rest)}`, { token, headers });
const ids = async (query: string) => (await get(`servers${query}`)).json.servers.map(({ id }: { id: string }) => id);

test('the documents of versions need no token, with and without a slash', async () => {
  const all = await client.send('GET /');
  expect(all.json.versions).toMatchObject([
    { id: 'v2.0', status: 'SUPPORTED' },
    { id: 'v2.1', status: 'CURRENT', min_version: '2.1', version: '2.90' },
  ]);
  for (const path of ['/v2', '/v2/', '/v2.1', '/v2.1/']) {
    const { status, json } = await client.send(`GET ${path}`);
    expect([path, status, json.version.id]).toEqual([path, 200, path.startsWith('/v2.1') ? 'v2.1' : 'v2.0']);
  }
});

test('lists are filtered by name, status and vm_state, without deleted servers', async () => {
  expect(await ids('')).toEqual(['id-0', 'id-1', 'id-2', 'off']);
  expect(await ids('?name=^web')).toEqual(['id-0', 'id-1']);
  expect(await ids('?status=shutoff')).toEqual(['off']);
  expect(await ids('?vm_state=stopped')).toEqual(['off']);
  expect((await get('servers?name=(')).status).toBe(400);
});

test('lists come in pages', async () => {
  const { json } = await get('servers/detail?limit=2&name=1');
  expect(json.servers.map(({ id }: { id: string }) => id)).toEqual(['id-0', 'id-2']);
  expect(json).not.toHaveProperty('servers_links');
  const first = await get('servers?limit=3');
  const [{ rel, href }] = first.json.servers_links;
  expect([rel, href]).toEqual(['next', `http://mock.test${client.path('servers')}?limit=3&marker=id-2`]);
  const next = await client.send(`GET ${href.replace('http://mock.test', '')}`, { token });
  expect(next.json.servers.map(({ id }: { id: string }) => id)).toEqual(['off']);
  expect((await get('servers?marker=none')).status).toBe(400);
  expect((await get('servers?limit=-1')).status).toBe(400);
});

test('a server has what clients read, and its metadata', async () => {
  const { json, headers } = await get('servers/off');
  expect(json.server).toMatchObject({ status: 'SHUTOFF', image: '', flavor: { id: '1' }, metadata: {}, addresses: {} });
  expect(headers['x-openstack-nova-api-version']).toBe('2.1');
  const detail = await get('servers/detail');
  expect(detail.json.servers.at(-1)).toEqual(json.server);
});

test.each([
  ['x-openstack-nova-api-version', '2.47'],
  ['openstack-api-version', 'compute 2.47'],
  ['openstack-api-version', 'volume 3.1, compute latest'],
])('%s: %s is a microversion', async (name, value) => {
  const { json } = await get('servers/off', { [name]: value });
  expect(json.server).toMatchObject({ flavor: { original_name: 'mock.small' }, locked: false, tags: [] });
});

test('an unknown microversion is refused', async () => {
  expect((await get('servers', { 'openstack-api-version': 'compute 2.99' })).status).toBe(406);
});

test('flavors, and no images and extensions', async () => {
  expect((await get('flavors')).json.flavors).toHaveLength(1);
  expect((await get('flavors/1')).json.flavor).toMatchObject({ name: 'mock.small', vcpus: 1 });
  expect((await get('images')).json).toEqual({ images: [] });
  expect((await get('extensions')).json).toEqual({ extensions: [] });
});

test('an unknown path is 404 in the form of Nova, and needs a token', async () => {
  const { status, json } = await get('os-keypairs');
  expect([status, json.itemNotFound.code]).toEqual([404, 404]);
  expect((await client.send(`GET ${client.path('flavors')}`)).status).toBe(401);
  expect((await client.send('GET /v2.1/other/flavors', { token })).status).toBe(400);
});

test('a created server has the metadata of the request, by the rules of the contract', async () => {
  const create = (server: unknown) => client.send(`POST ${client.path('servers')}`, { token, body: { server } });
  const { status, json } = await create({ name: 'new', metadata: { a: '1' } });
  expect(status).toBe(202);
  expect((await get(`servers/${json.server.id}/metadata`)).json).toEqual({ metadata: { a: '1' } });
  expect((await create({ name: 'new', metadata: { 'a/b': '1' } })).status).toBe(400);
  expect((await create({ metadata: {} })).status).toBe(400);
});
