import { metadataPath } from '../../../contracts/http/route';
import type { HttpRequest, HttpResponse, RequestContext } from '../../../targets/http/message';
import { InFlight } from './in-flight';

const context: RequestContext = { checkId: 'check', phase: 'check', attempt: 1 };
const to = (method: HttpRequest['method'], server: string): HttpRequest => ({
  method,
  path: metadataPath('v2.1', 'p', server),
  as: 'own',
});

test('each of several concurrent requests knows the other servers that are replaced meanwhile', async () => {
  const concurrent = new Map<string, readonly string[]>();
  const send = new InFlight().policy(async ({ method, path }, { concurrentServers }): Promise<HttpResponse> => {
    await new Promise(setImmediate);
    concurrent.set(`${method} ${path.split('/').at(-2)}`, [...(concurrentServers ?? [])]);
    return { status: 200, headers: {}, body: Buffer.alloc(0) };
  });
  await Promise.all([to('PUT', 'a'), to('PUT', 'b'), to('GET', 'c')].map((request) => send(request, context)));
  expect(Object.fromEntries(concurrent)).toEqual({ 'PUT a': ['b'], 'PUT b': ['a'], 'GET c': ['a', 'b'] });
});
