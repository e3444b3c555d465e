import { MetadataApiError, MetadataClient } from './client';

/** A client whose requests are answered as given. */
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

test('a replace is a PUT of the map, under v2.1 unless told otherwise', async () => {
  const { client: one, sent } = client(200, '{"metadata":{"a":"1"}}');
  expect(await one.replace('s', { a: '1' })).toEqual({ a: '1' });
  const [[url, init] = ['', {}]] = sent;
  expect(url).toBe('https://ecs.example.com/v2.1/p/servers/s/metadata');
  expect(init).toMatchObject({ method: 'PUT', body: '{"metadata":{"a":"1"}}', headers: { 'x-auth-token': 't' } });
});

test('a refusal carries the status and the words of the API', async () => {
  const { client: one } = client(409, '{"conflictingRequest":{"code":409,"message":"it is rescued"}}');
  await expect(one.replace('s', {})).rejects.toEqual(new MetadataApiError(409, 'it is rescued'));
});

test('a refusal in no form that is known carries the status', async () => {
  const { client: one } = client(502, '<html>');
  await expect(one.read('s')).rejects.toMatchObject({ status: 502, message: 'status 502' });
});

test('an answer without metadata is none', async () => {
  const { client: one } = client(200, '{"server":{}}');
  await expect(one.read('s')).rejects.toThrow('the answer holds no metadata');
});
