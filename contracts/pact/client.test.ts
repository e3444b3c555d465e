import { MetadataApiError, MetadataClient } from './client';

/** A client that gets this response to every request. */
function client(status: number, body: string) {
  const sent: [string, RequestInit][] = [];
  const fetch = async (url: unknown, init: unknown) => {
    sent.push([String(url), init as RequestInit]);
    return new Response(body, { status });
  };
  const options = {
    endpoint: 'https://ecs.example.com',
    projectId: 'p',
    token: 't',
    fetch: fetch as typeof globalThis.fetch,
  };
  return { client: new MetadataClient(options), sent };
}

test('a replace is a PUT of the map, by default under v2.1', async () => {
  const { client: one, sent } = client(200, '{"metadata":{"a":"1"}}');
  expect(await one.replace('s', { a: '1' })).toEqual({ a: '1' });
  const [[url, init] = ['', {}]] = sent;
  expect(url).toBe('https://ecs.example.com/v2.1/p/servers/s/metadata');
  expect(init).toMatchObject({ method: 'PUT', body: '{"metadata":{"a":"1"}}', headers: { 'x-auth-token': 't' } });
});

test('a rejection has the status and the message of the API', async () => {
  const { client: one } = client(409, '{"conflictingRequest":{"code":409,"message":"it is rescued"}}');
  await expect(one.replace('s', {})).rejects.toEqual(new MetadataApiError(409, 'it is rescued'));
});

test('a rejection in an unknown form has the status', async () => {
  const { client: one } = client(502, '<html>');
  await expect(one.read('s')).rejects.toMatchObject({ status: 502, message: 'status 502' });
});

test('a response without metadata is an error', async () => {
  const { client: one } = client(200, '{"server":{}}');
  await expect(one.read('s')).rejects.toThrow('the response has no metadata');
});
